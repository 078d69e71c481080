/** Tracking numbers, and what has become of a request. */
@NullMarked
package org.okno.intake.tracking;

import org.jspecify.annotations.NullMarked;
