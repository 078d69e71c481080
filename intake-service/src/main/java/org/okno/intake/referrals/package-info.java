/** What agencies may open of requests that were referred to them. */
@NullMarked
package org.okno.intake.referrals;

import org.jspecify.annotations.NullMarked;
