/**
 * The directory in the form of Open Referral HSDS 3: imported, checked, kept as it came, served
 * back as the standard's API, and joined to what routing knows where its terms name needs of Okno.
 */
@NullMarked
package org.okno.routing.hsds;

import org.jspecify.annotations.NullMarked;
