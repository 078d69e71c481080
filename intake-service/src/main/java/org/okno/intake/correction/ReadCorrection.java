package org.okno.intake.correction;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import org.okno.http.Problem;
import org.okno.intake.directory.CurrentDirectory;
import org.okno.intake.questionnaire.QuestionnaireReader;
import org.okno.intake.questionnaire.SubmittedQuestionnaire;
import org.okno.intake.questionnaire.ValidationErrors;

/**
 * Reads a corrected request by the schema and the checks of a new one, and refuses what no
 * correction changes: where it came from and when, in which territory it is, and for how many
 * persons.
 */
@Singleton
class ReadCorrection {
  private static final List<String> FIXED =
      List.of("channel", "externalId", "requestedAt", "territory");
  private static final String REFUSED =
      "cannot be corrected; withdraw the request and post it again";

  private final CurrentDirectory directory;
  private final Clock clock;

  ReadCorrection(CurrentDirectory directory, Clock clock) {
    this.directory = directory;
    this.clock = clock;
  }

  /**
   * The corrected questionnaire.
   *
   * @param before the request as it is
   * @throws org.okno.http.ProblemException 400 with every validation error
   */
  SubmittedQuestionnaire read(JsonNode before, JsonNode after) {
    ValidationErrors errors = new ValidationErrors();
    for (String field : FIXED) {
      if (!after.path(field).equals(before.path(field))) {
        errors.add("/" + field, REFUSED);
      }
    }
    if (after.has("beneficiary") != before.has("beneficiary")) {
      errors.add("/beneficiary", REFUSED);
    }
    SubmittedQuestionnaire form =
        new QuestionnaireReader(directory.getRecent()).read(after, clock.instant(), errors);
    if (form == null) {
      throw Problem.invalid(errors.all()).asException();
    }
    return form;
  }
}
