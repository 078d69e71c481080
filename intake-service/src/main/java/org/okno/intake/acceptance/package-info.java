/** Acceptance of requests: accepted means committed, and a retry gets the first response. */
@NullMarked
package org.okno.intake.acceptance;

import org.jspecify.annotations.NullMarked;
