/** Accepted requests, for those who work with them: lists and counts. */
@NullMarked
package org.okno.intake.requests;

import org.jspecify.annotations.NullMarked;
