package org.okno.intake.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.okno.http.Problem;
import org.okno.http.Problem.FieldError;
import org.okno.http.ProblemException;
import org.okno.intake.directory.Directory;
import org.okno.intake.directory.ReferenceData;
import org.okno.intake.questionnaire.FilledQuestionnaire;
import org.okno.intake.questionnaire.QuestionnaireReader;
import org.okno.intake.questionnaire.Reading;
import org.okno.intake.questionnaire.StrictJson;
import org.okno.intake.vault.BlindIndex;

/** Makes a submission of a body and its header, or says everything that is wrong with both. */
public final class ReadSubmission {
  private static final int MAX_KEY = 255;

  private final Directory directory;
  private final BlindIndex blindIndex;
  private final Clock clock;

  public ReadSubmission(Directory directory, BlindIndex blindIndex, Clock clock) {
    this.directory = directory;
    this.blindIndex = blindIndex;
    this.clock = clock;
  }

  /** Where the id of a request comes from. */
  public enum Identity {
    /** Its external id, or the header {@code Idempotency-Key}. */
    EXTERNAL_ID_OR_HEADER,
    /** Its external id alone: a row of a batch has no header. */
    EXTERNAL_ID
  }

  /**
   * The submission.
   *
   * @throws ProblemException 400 with every wrong field
   */
  public Submission read(
      byte[] body, @Nullable String idempotencyKey, Identity identity, Language language) {
    JsonNode json = StrictJson.parse(body);
    String key = idempotencyKey == null ? null : idempotencyKey.strip();
    List<FieldError> errors = new ArrayList<>(identityErrors(json, key, identity));
    return switch (form(json)) {
      case Reading.Valid valid when errors.isEmpty() ->
          submission(valid.questionnaire(), key, language);
      case Reading.Valid valid -> throw Problem.invalid(errors).asException();
      case Reading.Invalid invalid -> {
        errors.addAll(invalid.errors());
        throw Problem.invalid(errors).asException();
      }
    };
  }

  /** A code that is missed may have come in with the directory a moment ago. */
  private Reading form(JsonNode json) {
    ReferenceData known = directory.current();
    Reading reading = new QuestionnaireReader(known).read(json, clock.instant());
    if (reading instanceof Reading.Valid) {
      return reading;
    }
    ReferenceData newer = directory.lookedUpAgain();
    return newer == known ? reading : new QuestionnaireReader(newer).read(json, clock.instant());
  }

  private Submission submission(FilledQuestionnaire form, @Nullable String key, Language language) {
    return new Submission(form, RequestKeys.of(form, key, blindIndex), language);
  }

  private static List<FieldError> identityErrors(
      JsonNode json, @Nullable String key, Identity identity) {
    if (key != null) {
      return key.isEmpty() || key.length() > MAX_KEY
          ? List.of(
              new FieldError("header:Idempotency-Key", "expected 1 to " + MAX_KEY + " characters"))
          : List.of();
    }
    if (!json.isObject() || json.hasNonNull("externalId")) {
      return List.of();
    }
    return List.of(
        new FieldError(
            "/externalId",
            switch (identity) {
              case EXTERNAL_ID -> "is missing; without it a retry would be a second request";
              case EXTERNAL_ID_OR_HEADER ->
                  "is missing, and so is the header Idempotency-Key; send one of them, without both"
                      + " a retry would be a second request";
            }));
  }
}
