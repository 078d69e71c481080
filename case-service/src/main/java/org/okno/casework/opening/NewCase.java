package org.okno.casework.opening;

import java.time.Instant;
import org.okno.contracts.Questionnaire;

/** A case to be written, with what was asked for. */
record NewCase(Questionnaire asked, Instant openedAt, CaseDraft draft) {}
