/** Okno's one form: reads it, and names every wrong field at once. */
@NullMarked
package org.okno.intake.questionnaire;

import org.jspecify.annotations.NullMarked;
