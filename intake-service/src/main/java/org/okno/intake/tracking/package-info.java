/** Tracking numbers, and the status of requests as their cases publish it. */
@NullMarked
package org.okno.intake.tracking;

import org.jspecify.annotations.NullMarked;
