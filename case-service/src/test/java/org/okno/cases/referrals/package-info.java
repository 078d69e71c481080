@NullMarked
package org.okno.cases.referrals;

import org.jspecify.annotations.NullMarked;
