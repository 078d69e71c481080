/** Correction of requests: what the person says now takes the place of what was said. */
@NullMarked
package org.okno.intake.correction;

import org.jspecify.annotations.NullMarked;
