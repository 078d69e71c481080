/** Reads questionnaires and writes one decision for each, exactly once. */
@NullMarked
package org.okno.routing.decision;

import org.jspecify.annotations.NullMarked;
