package org.okno.intake.questionnaire;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.okno.intake.directory.Directory;
import org.okno.intake.questionnaire.Check.Facts;

/**
 * Reads a questionnaire from JSON and reports all its validation errors at once: who fills in a
 * form over the phone must not be sent back field by field. First its texts are cleaned, then the
 * schema of its version is asked, then each {@link Check}.
 */
public final class QuestionnaireReader {
  private static final Directory NO_CODES = new Directory(List.of(), List.of(), List.of());

  private final Directory directory;

  public QuestionnaireReader(Directory directory) {
    this.directory = directory;
  }

  /**
   * The questionnaire; null where validation errors were added.
   *
   * @param now no date-time in the questionnaire may be later; five minutes of clock skew are
   *     allowed
   */
  public @Nullable SubmittedQuestionnaire read(
      JsonNode body, Instant now, ValidationErrors errors) {
    Answers answers = answers(body, errors);
    if (answers == null) {
      return null;
    }
    Facts facts = new Facts(directory, now);
    Check.ALL.forEach(check -> check.check(answers, facts, errors));
    return errors.isEmpty() ? SubmittedQuestionnaire.of(answers) : null;
  }

  /** Adds what is wrong with the form of a questionnaire, whatever codes the directory has. */
  public static void checkForm(JsonNode body, Instant now, ValidationErrors errors) {
    Answers answers = answers(body, errors);
    if (answers != null) {
      Facts facts = new Facts(NO_CODES, now);
      Check.OF_FORM.forEach(check -> check.check(answers, facts, errors));
    }
  }

  /** Clean, and compared with the schema; null where it names no version that there is. */
  private static @Nullable Answers answers(JsonNode body, ValidationErrors errors) {
    if (!body.isObject()) {
      errors.add("", "expected an object");
      return null;
    }
    QuestionnaireSchema schema = schema(body.path(QuestionnaireSchema.VERSION));
    if (schema == null) {
      errors.add(
          "/" + QuestionnaireSchema.VERSION,
          "expected a version from %d to %d; GET /v1/questionnaire/schemas/{version} shows each"
              .formatted(QuestionnaireSchema.FIRST, QuestionnaireSchema.LATEST));
      return null;
    }
    JsonNode clean = schema.texts().clean(body, "", errors);
    schema.schema().validate(clean, errors);
    return new Answers("", clean, errors);
  }

  private static @Nullable QuestionnaireSchema schema(JsonNode version) {
    if (version.isMissingNode() || version.isNull()) {
      return QuestionnaireSchema.of(QuestionnaireSchema.FIRST).orElseThrow();
    }
    return version.isIntegralNumber() && version.canConvertToInt()
        ? QuestionnaireSchema.of(version.intValue()).orElse(null)
        : null;
  }
}
