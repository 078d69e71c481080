package org.okno.intake.questionnaire;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.jspecify.annotations.Nullable;

/**
 * A request as a channel submitted it, read and valid: codes are known, phones are in E.164, texts
 * hold nothing invisible.
 *
 * @param requestedAt null where the channel does not say; then it is when Okno received it
 * @param beneficiary who needs help; null where the applicant asks for themselves
 * @param territory null where it follows from the address or the point
 * @param address where help is needed; null where that is the beneficiary's address, or unknown
 * @param call the conversation in which the person asked; null where there was none, or the version
 *     of the questionnaire has no such field
 * @param point where help is needed; null where that is unknown
 */
@Schema(
    name = "Questionnaire",
    description =
        "A request for help in Okno's one form. Its schema: GET /v1/questionnaire/schemas/{version}",
    additionalProperties = Schema.False.class,
    properties =
        @SchemaProperty(
            name = "version",
            type = SchemaType.INTEGER,
            description = "Version of the form; absent: 1. The field call is of version 2",
            minimum = "1",
            maximum = "2",
            examples = "2"))
public record SubmittedQuestionnaire(
    @Schema(
            description = "Where the request came in. Codes: GET /v1/channels",
            required = true,
            maxLength = SubmittedQuestionnaire.MAX_CODE,
            examples = "hotline")
        String channel,
    @Schema(
            description =
                "The id that the channel gave the request, unique within the channel. Required without"
                    + " Idempotency-Key and in a batch",
            maxLength = SubmittedQuestionnaire.MAX_EXTERNAL_ID,
            examples = "call-2026-000123")
        @Nullable String externalId,
    @Schema(
            description =
                "When the person asked, with the offset; not before 2000, not in the future."
                    + " Without it: when Okno received the request",
            examples = "2026-03-01T09:30:00+03:00")
        @Nullable Instant requestedAt,
    @Schema(
            description =
                "Where help is needed. Codes: GET /v1/territories. Without it: found from address and"
                    + " point, one of which is required then; where it is not clear, a dispatcher"
                    + " decides",
            maxLength = SubmittedQuestionnaire.MAX_CODE,
            examples = "02701301")
        @Nullable String territory,
    @Schema(description = "Who asks", required = true) Applicant applicant,
    @Schema(description = "Who needs help, where that is not the applicant")
        @Nullable Beneficiary beneficiary,
    @Schema(
            description = "Where help is needed, if not at the beneficiary's address",
            maxLength = SubmittedQuestionnaire.MAX_ADDRESS,
            examples = "г. Волгостан, ул. Примерная, д. 1")
        @Nullable String address,
    @Schema(description = "Where help is needed, if the point is known") @Nullable Point point,
    @Schema(
            description =
                "Target groups of the person who needs help, none twice. Codes: GET /v1/target-groups",
            maxItems = SubmittedQuestionnaire.MAX_LIST,
            uniqueItems = true,
            examples = "[\"disability\"]")
        List<String> targetGroups,
    @Schema(
            description = "How urgent it is",
            enumeration = {"planned", "normal", "urgent", "emergency"},
            defaultValue = SubmittedQuestionnaire.DEFAULT_URGENCY,
            examples = "normal")
        String urgency,
    @Schema(
            description =
                "What is needed; no need twice. Where it is absent or empty, the needs are recognized in"
                    + " the text; where none is clear, a dispatcher decides",
            maxItems = SubmittedQuestionnaire.MAX_LIST)
        List<Need> needs,
    @Schema(
            description = "The request in the person's own words",
            required = true,
            minLength = 1,
            maxLength = SubmittedQuestionnaire.MAX_TEXT,
            examples = "Отцу нужны продукты и лекарства.")
        String text,
    @Schema(
            description = "Whether the person agrees that agencies receive the data",
            required = true,
            examples = "true")
        boolean consent,
    @Schema(description = "The conversation in which the person asked; from version 2 on")
        @Nullable Call call) {
  static final int MAX_CODE = 100;
  static final int MAX_EXTERNAL_ID = 200;
  static final int MAX_LIST = 20;
  static final int MAX_TEXT = 20_000;
  static final int MAX_NAME = 200;
  static final int MAX_PHONE = 50;
  static final int MAX_EMAIL = 254;
  static final int MAX_ADDRESS = 500;
  static final int MAX_OPERATOR = 100;
  static final int MAX_RECORDING = 300;
  static final String DEFAULT_URGENCY = "normal";

  public SubmittedQuestionnaire {
    targetGroups = List.copyOf(targetGroups);
    needs = List.copyOf(needs);
  }

  /** A place, WGS 84, in degrees. */
  @Schema(
      name = "QuestionnairePoint",
      description = "A place, WGS 84",
      additionalProperties = Schema.False.class)
  public record Point(
      @Schema(
              description = "Latitude in degrees",
              required = true,
              minimum = "-90",
              maximum = "90",
              examples = "54.31")
          double lat,
      @Schema(
              description = "Longitude in degrees",
              required = true,
              minimum = "-180",
              maximum = "180",
              examples = "48.39")
          double lon) {

    // A point is where somebody lives.
    @Override
    public String toString() {
      return "Point";
    }
  }

  /** Who asked. */
  @Schema(
      name = "QuestionnaireApplicant",
      description = "Who asks for help",
      additionalProperties = Schema.False.class)
  public record Applicant(
      @Schema(
              description = "Full name",
              required = true,
              minLength = 1,
              maxLength = SubmittedQuestionnaire.MAX_NAME,
              examples = "Анна Примерова")
          String name,
      @Schema(
              description = "Phone; without a country code it is Russian",
              maxLength = SubmittedQuestionnaire.MAX_PHONE,
              examples = "+7 900 000-00-01")
          @Nullable String phone,
      @Schema(
              description = "E-mail address",
              maxLength = SubmittedQuestionnaire.MAX_EMAIL,
              examples = "anna@example.org")
          @Nullable String email) {}

  /** Who needs help, where that is somebody else. */
  @Schema(
      name = "QuestionnaireBeneficiary",
      description = "Who needs help",
      additionalProperties = Schema.False.class)
  public record Beneficiary(
      @Schema(
              description = "Full name",
              required = true,
              minLength = 1,
              maxLength = SubmittedQuestionnaire.MAX_NAME,
              examples = "Пётр Примеров")
          String name,
      @Schema(
              description = "Phone; without a country code it is Russian",
              maxLength = SubmittedQuestionnaire.MAX_PHONE,
              examples = "+7 900 000-00-02")
          @Nullable String phone,
      @Schema(description = "Date of birth; not in the future", examples = "1948-05-12")
          @Nullable LocalDate birthDate,
      @Schema(
              description = "The person's address",
              maxLength = SubmittedQuestionnaire.MAX_ADDRESS,
              examples = "г. Волгостан, ул. Примерная, д. 1")
          @Nullable String address) {}

  /** One kind of help, in a life situation. */
  @Schema(
      name = "QuestionnaireNeed",
      description = "One kind of help",
      additionalProperties = Schema.False.class)
  public record Need(
      @Schema(
              description = "What is needed. Codes: GET /v1/needs",
              required = true,
              maxLength = SubmittedQuestionnaire.MAX_CODE,
              examples = "food")
          String need,
      @Schema(
              description = "The life situation. Codes: GET /v1/situations",
              maxLength = SubmittedQuestionnaire.MAX_CODE,
              examples = "lost-job")
          @Nullable String situation) {}

  /** The conversation in which the person asked. */
  @Schema(
      name = "QuestionnaireCall",
      description = "The conversation in which the person asked",
      additionalProperties = Schema.False.class)
  public record Call(
      @Schema(
              description = "Who took the call",
              maxLength = SubmittedQuestionnaire.MAX_OPERATOR,
              examples = "operator-17")
          @Nullable String operator,
      @Schema(
              description = "Reference of the recording in the channel's software",
              maxLength = SubmittedQuestionnaire.MAX_RECORDING,
              examples = "rec-2026-000123")
          @Nullable String recording) {}

  /** Of answers in which nothing is wrong. */
  static SubmittedQuestionnaire of(Answers answers) {
    String requestedAt = answers.text("requestedAt");
    return new SubmittedQuestionnaire(
        required(answers, "channel"),
        answers.text("externalId"),
        requestedAt == null
            ? null
            : OffsetDateTime.parse(requestedAt).toInstant().truncatedTo(ChronoUnit.MILLIS),
        answers.text("territory"),
        applicant(requireNonNull(answers.object("applicant"))),
        beneficiary(answers.object("beneficiary")),
        answers.text("address"),
        point(answers.object("point")),
        answers.texts("targetGroups").stream().map(Answers.Element::text).toList(),
        requireNonNullElse(answers.text("urgency"), DEFAULT_URGENCY),
        answers.objects("needs").stream()
            .map(need -> new Need(required(need, "need"), need.text("situation")))
            .toList(),
        required(answers, "text"),
        answers.object().path("consent").booleanValue(),
        call(answers.object("call")));
  }

  private static Applicant applicant(Answers person) {
    return new Applicant(required(person, "name"), person.text("phone"), person.text("email"));
  }

  private static @Nullable Beneficiary beneficiary(@Nullable Answers person) {
    if (person == null) {
      return null;
    }
    String birthDate = person.text("birthDate");
    return new Beneficiary(
        required(person, "name"),
        person.text("phone"),
        birthDate == null ? null : LocalDate.parse(birthDate),
        person.text("address"));
  }

  private static @Nullable Point point(@Nullable Answers point) {
    return point == null ? null : new Point(point.number("lat"), point.number("lon"));
  }

  private static @Nullable Call call(@Nullable Answers call) {
    return call == null ? null : new Call(call.text("operator"), call.text("recording"));
  }

  private static String required(Answers answers, String name) {
    return requireNonNull(answers.text(name), name);
  }

  /** The address where help is needed: of the request, or else of whoever needs it. */
  public @Nullable String place() {
    return address != null || beneficiary == null ? address : beneficiary.address();
  }

  // A record's own toString would write personal data into a log.
  @Override
  public String toString() {
    return "SubmittedQuestionnaire[channel=" + channel + ", territory=" + territory + "]";
  }
}
