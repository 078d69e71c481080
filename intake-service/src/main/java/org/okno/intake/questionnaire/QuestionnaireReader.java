package org.okno.intake.questionnaire;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.okno.intake.questionnaire.FilledQuestionnaire.AskedNeed;

/**
 * Reads a questionnaire out of JSON and names everything that is wrong in it at once: who fills a
 * form in over the phone must not be sent back field by field.
 */
public final class QuestionnaireReader {
  /** Most needs in one request. */
  public static final int MAX_NEEDS = 20;

  /** Longest text, in characters. */
  public static final int MAX_TEXT = 20_000;

  private static final int MAX_CODE = 100;
  private static final int MAX_ADDRESS = 500;
  private static final Set<String> FIELDS =
      Set.of(
          "channel",
          "externalId",
          "requestedAt",
          "territory",
          "applicant",
          "beneficiary",
          "address",
          "targetGroups",
          "urgency",
          "needs",
          "text",
          "consent");
  private static final List<String> URGENCIES = List.of("planned", "normal", "urgent", "emergency");

  private final Vocabulary vocabulary;

  public QuestionnaireReader(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /**
   * The questionnaire, or every wrong field.
   *
   * @param now no time in the questionnaire may be later; five minutes are allowed for clocks that
   *     differ
   */
  public Reading read(JsonNode body, Instant now) {
    WrongFields wrong = new WrongFields();
    if (!body.isObject()) {
      wrong.add("", "expected an object");
      return new Reading.Invalid(wrong.all());
    }
    FilledQuestionnaire read =
        read(new Fields(body, "", wrong, FIELDS), new Moments(now, wrong), wrong);
    return read == null || !wrong.isEmpty()
        ? new Reading.Invalid(wrong.all())
        : new Reading.Valid(read);
  }

  private @Nullable FilledQuestionnaire read(Fields fields, Moments moments, WrongFields wrong) {
    Codes codes = new Codes(vocabulary, wrong);
    People people = new People(moments, wrong);
    String channel = codes.channel(fields.required("channel", MAX_CODE), "/channel");
    String externalId = fields.optional("externalId", 200);
    Instant requestedAt = moments.past(fields.optional("requestedAt", 40), "/requestedAt");
    String territory = codes.territory(fields.required("territory", MAX_CODE), "/territory");
    var applicant = people.applicant(fields.requiredObject("applicant", People.APPLICANT));
    var beneficiary = people.beneficiary(fields.object("beneficiary", People.BENEFICIARY));
    String address = fields.optional("address", MAX_ADDRESS);
    List<String> groups = fields.array("targetGroups", 0, 20, codes::targetGroup);
    String urgency = urgency(fields, wrong);
    List<AskedNeed> needs = fields.array("needs", 1, MAX_NEEDS, codes::need);
    String text = fields.required("text", MAX_TEXT);
    Boolean consent = fields.requiredBoolean("consent");
    if (!wrong.isEmpty()) {
      return null;
    }
    return new FilledQuestionnaire(
        requireNonNull(channel),
        externalId,
        requestedAt,
        requireNonNull(territory),
        requireNonNull(applicant),
        beneficiary,
        address,
        groups,
        urgency,
        needs,
        requireNonNull(text),
        requireNonNull(consent));
  }

  private static String urgency(Fields fields, WrongFields wrong) {
    String urgency = fields.optional("urgency", MAX_CODE);
    if (urgency != null && !URGENCIES.contains(urgency)) {
      wrong.add("/urgency", "expected one of " + URGENCIES);
    }
    return urgency == null ? "normal" : urgency;
  }
}
