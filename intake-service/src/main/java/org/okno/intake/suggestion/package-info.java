/**
 * Needs recognized in the text of a request, before it is sealed; the models that do it, what they
 * learn from, and which of them is active.
 */
@NullMarked
package org.okno.intake.suggestion;

import org.jspecify.annotations.NullMarked;
