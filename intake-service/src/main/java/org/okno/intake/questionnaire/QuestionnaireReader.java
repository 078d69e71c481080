package org.okno.intake.questionnaire;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.okno.intake.directory.Directory;
import org.okno.intake.questionnaire.SubmittedQuestionnaire.Need;
import org.okno.intake.questionnaire.SubmittedQuestionnaire.Point;

/**
 * Reads a questionnaire from JSON and reports all its validation errors at once: who fills in a
 * form over the phone must not be sent back field by field.
 */
public final class QuestionnaireReader {
  static final int MAX_NEEDS = 20;
  static final int MAX_GROUPS = 20;
  static final int MAX_TEXT = 20_000;
  static final int MAX_EXTERNAL_ID = 200;
  static final String DEFAULT_URGENCY = "normal";

  private static final Set<String> FIELDS =
      Set.of(
          "channel",
          "externalId",
          "requestedAt",
          "territory",
          "applicant",
          "beneficiary",
          "address",
          "point",
          "targetGroups",
          "urgency",
          "needs",
          "text",
          "consent");
  private static final List<String> URGENCIES = List.of("planned", "normal", "urgent", "emergency");

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
    if (!body.isObject()) {
      errors.add("", "expected an object");
      return null;
    }
    JsonFields fields = new JsonFields(body, "", errors, FIELDS);
    DateTimes dateTimes = new DateTimes(now, errors);
    CodeReader codes = new CodeReader(directory, errors);
    PersonReader persons = new PersonReader(dateTimes, errors);
    String channel = codes.channel(fields.requiredCode("channel"), "/channel");
    String externalId = fields.optionalId("externalId", MAX_EXTERNAL_ID);
    Instant requestedAt = dateTimes.past(fields.optional("requestedAt", 40), "/requestedAt");
    String territory = codes.territory(fields.optionalCode("territory"), "/territory");
    if (Stream.of("territory", "address", "point").noneMatch(body::hasNonNull)
        && !body.path("beneficiary").hasNonNull("address")) {
      errors.add("/territory", "is missing; where it is not known, give address or point");
    }
    var applicant = persons.applicant(fields.requiredObject("applicant", PersonReader.APPLICANT));
    var beneficiary = persons.beneficiary(fields.object("beneficiary", PersonReader.BENEFICIARY));
    String address = fields.optional("address", PersonReader.MAX_ADDRESS);
    Point point = point(fields.object("point", Set.of("lat", "lon")));
    List<String> groups = fields.array("targetGroups", 0, MAX_GROUPS, codes::targetGroup);
    String urgency = urgency(fields, errors);
    List<Need> needs = fields.array("needs", 1, MAX_NEEDS, codes::need);
    String text = fields.required("text", MAX_TEXT);
    Boolean consent = fields.requiredBoolean("consent");
    if (!errors.isEmpty()) {
      return null;
    }
    return new SubmittedQuestionnaire(
        requireNonNull(channel),
        externalId,
        requestedAt,
        territory,
        requireNonNull(applicant),
        beneficiary,
        address,
        point,
        groups,
        urgency,
        needs,
        requireNonNull(text),
        requireNonNull(consent));
  }

  private static @Nullable Point point(@Nullable JsonFields fields) {
    Double lat = fields == null ? null : fields.requiredNumber("lat", -90, 90);
    Double lon = fields == null ? null : fields.requiredNumber("lon", -180, 180);
    return lat == null || lon == null ? null : new Point(lat, lon);
  }

  private static String urgency(JsonFields fields, ValidationErrors errors) {
    String urgency = fields.optional("urgency", CodeReader.MAX_LENGTH);
    if (urgency != null && !URGENCIES.contains(urgency)) {
      errors.add("/urgency", "expected one of " + URGENCIES);
    }
    return urgency == null ? DEFAULT_URGENCY : urgency;
  }
}
