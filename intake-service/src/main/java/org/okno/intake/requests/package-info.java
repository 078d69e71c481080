/** Accepted requests, for those who work with them: lists, counts, personal data. */
@NullMarked
package org.okno.intake.requests;

import org.jspecify.annotations.NullMarked;
