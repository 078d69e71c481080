/** Needs that an agency refers to another, with the person's consent. */
@NullMarked
package org.okno.cases.referrals;

import org.jspecify.annotations.NullMarked;
