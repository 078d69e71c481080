/** Withdrawal of requests: what nobody has begun is closed, whoever works on it is told. */
@NullMarked
package org.okno.intake.withdrawal;

import org.jspecify.annotations.NullMarked;
