/**
 * What was accepted, for those who work with it: lists, counts, and the personal data on request.
 */
@NullMarked
package org.okno.intake.requests;

import org.jspecify.annotations.NullMarked;
