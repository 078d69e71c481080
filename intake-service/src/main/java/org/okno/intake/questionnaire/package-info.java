/** Okno's one form for every channel: reads it and names every validation error at once. */
@NullMarked
package org.okno.intake.questionnaire;

import org.jspecify.annotations.NullMarked;
