package org.okno.intake.questionnaire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A version of the questionnaire. A released version is never changed; a new one stands beside it,
 * and all are accepted.
 *
 * @param texts how its texts are cleaned
 */
public record QuestionnaireSchema(int version, DocumentSchema schema, CleanTexts texts) {
  /** What a questionnaire has that names none. */
  public static final int FIRST = 1;

  /** The newest version. */
  public static final int LATEST = 2;

  /** The field that names the version. */
  static final String VERSION = "version";

  private static final Map<Integer, QuestionnaireSchema> ALL =
      IntStream.rangeClosed(FIRST, LATEST)
          .mapToObj(QuestionnaireSchema::read)
          .collect(Collectors.toMap(QuestionnaireSchema::version, Function.identity()));

  /** The schema with this version; empty where there is none. */
  public static Optional<QuestionnaireSchema> of(int version) {
    return Optional.ofNullable(ALL.get(version));
  }

  /** As it is served. */
  public JsonNode document() {
    return schema.document();
  }

  private static QuestionnaireSchema read(int version) {
    DocumentSchema schema =
        DocumentSchema.read(QuestionnaireSchema.class, "questionnaire-" + version + ".json");
    return new QuestionnaireSchema(version, schema, CleanTexts.of(schema.document()));
  }
}
