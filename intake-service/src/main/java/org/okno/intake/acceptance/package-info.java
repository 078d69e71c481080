/** The promise to keep a request: accepted means committed, and a retry gets the first answer. */
@NullMarked
package org.okno.intake.acceptance;

import org.jspecify.annotations.NullMarked;
