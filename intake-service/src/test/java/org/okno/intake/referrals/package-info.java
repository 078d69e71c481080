@NullMarked
package org.okno.intake.referrals;

import org.jspecify.annotations.NullMarked;
