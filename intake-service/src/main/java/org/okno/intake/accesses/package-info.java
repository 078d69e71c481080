/** Opening what requests say about persons: who, for which purpose, and the journal of it. */
@NullMarked
package org.okno.intake.accesses;

import org.jspecify.annotations.NullMarked;
