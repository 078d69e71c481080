package org.okno.intake.questionnaire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.okno.http.JsonBody;
import org.okno.http.Problem.FieldError;
import org.okno.intake.directory.Directory;
import org.okno.intake.directory.Directory.Channel;
import org.okno.intake.directory.Directory.Term;
import org.okno.intake.directory.Directory.Territory;

class QuestionnaireReaderTest {
  private static final Instant NOW = Instant.parse("2026-03-02T06:15:31.482Z");
  private static final JsonMapper JSON = new JsonMapper();
  private static final String VALID =
      """
      {"channel": "hotline", "externalId": "call-1", "requestedAt": "2026-03-02T09:12:00+03:00",
       "territory": "02701301",
       "applicant": {"name": " Анна Примерова ", "phone": "8 (900) 000-00-01", "email": "anna@example.org"},
       "beneficiary": {"name": "Пётр Примеров", "birthDate": "1948-05-12", "address": "ул. Примерная, 1"},
       "address": "ул. Примерная, 1", "targetGroups": ["disability"], "urgency": "urgent",
       "needs": [{"need": "food", "situation": "lost-job"}, {"need": "legal"}],
       "text": "Нужна помощь.", "consent": true}
      """;

  private static final Directory DIRECTORY =
      new Directory(
          List.of(new Channel("hotline", "Горячая линия", "Сенім телефоны", "Hotline")),
          List.of(new Territory("02701301", "Район", "district", null, "Europe/Samara")),
          List.of(
              new Term("need", "food", "Продукты", "Food"),
              new Term("need", "legal", "Юрист", "Legal help"),
              new Term("situation", "lost-job", "Потеря работы", "Lost job"),
              new Term("target-group", "disability", "Инвалидность", "Disability")));

  private final QuestionnaireReader reader = new QuestionnaireReader(DIRECTORY);

  @Test
  void shouldReadAndNormalizeAValidQuestionnaire() {
    SubmittedQuestionnaire read = valid(tree(VALID));

    assertThat(read.applicant().name()).isEqualTo("Анна Примерова");
    assertThat(read.applicant().phone()).isEqualTo("+79000000001");
    assertThat(read.requestedAt()).isEqualTo("2026-03-02T06:12:00Z");
    assertThat(read.needs()).extracting("need").containsExactly("food", "legal");
  }

  @Test
  void shouldDefaultToNormalUrgency() {
    assertThat(valid(changed(b -> b.remove("urgency"))).urgency()).isEqualTo("normal");
  }

  @Test
  void shouldReadAnExplicitNullAsNoField() {
    assertThat(valid(changed(b -> b.putNull("beneficiary").putNull("targetGroups"))).targetGroups())
        .isEmpty();
  }

  @Test
  void shouldReportAllValidationErrorsAtOnce() {
    JsonNode body =
        tree(
            """
            {"channel": "pigeon", "externalId": 7, "requestedAt": "2026-03-02T06:30:00Z", "territory": "0",
             "applicant": {"phone": "12", "email": "nobody", "nick": "x"},
             "beneficiary": {"name": "", "birthDate": "2026-03-04"},
             "targetGroups": ["disability", "disability", "giants", 5], "urgency": "yesterday",
             "needs": [{"need": "food"}, {"need": "food"}, {"need": "gold", "situation": "x"}, "food", {}],
             "text": true, "consent": "yes", "a/b~c": 1}
            """);

    assertThat(pointers(body))
        .containsExactlyInAnyOrder(
            "/channel",
            "/externalId",
            "/requestedAt",
            "/territory",
            "/applicant/name",
            "/applicant/phone",
            "/applicant/email",
            "/applicant/nick",
            "/beneficiary/name",
            "/beneficiary/birthDate",
            "/targetGroups/1",
            "/targetGroups/2",
            "/targetGroups/3",
            "/urgency",
            "/needs/1/need",
            "/needs/2/need",
            "/needs/2/situation",
            "/needs/3",
            "/needs/4/need",
            "/text",
            "/consent",
            "/a~1b~0c");
  }

  @Test
  void shouldReportEveryMissingField() {
    assertThat(pointers(JSON.createObjectNode()))
        .containsExactlyInAnyOrder("/channel", "/territory", "/applicant", "/text", "/consent");
  }

  @Test
  void shouldReadAPointOrAnAddressInPlaceOfTheTerritory() {
    SubmittedQuestionnaire read =
        valid(
            changed(
                b -> {
                  b.remove(List.of("territory", "address", "beneficiary"));
                  b.putObject("point").put("lat", 54.5).put("lon", 48);
                }));

    assertThat(read.territory()).isNull();
    assertThat(read.point()).isEqualTo(new SubmittedQuestionnaire.Point(54.5, 48));
    assertThat(read.toString()).doesNotContain("54.5");
    SubmittedQuestionnaire addressOnly =
        valid(changed(b -> b.remove(List.of("territory", "address"))));
    assertThat(addressOnly.place()).isEqualTo("ул. Примерная, 1");
    assertThat(
            pointers(changed(b -> b.putObject("point").put("lat", 91).put("lon", "1").put("x", 1))))
        .containsExactlyInAnyOrder("/point/lat", "/point/lon", "/point/x");
  }

  @Test
  void shouldNeverQuoteAValue() {
    JsonNode body =
        changed(
            b -> {
              b.put("channel", "secret-1")
                  .put("requestedAt", "secret-2")
                  .put("urgency", "secret-3");
              b.putObject("applicant")
                  .put("name", "x")
                  .put("phone", "secret-4")
                  .put("email", "secret-5");
            });

    assertThat(errors(body)).hasSize(5).noneMatch(error -> error.detail().contains("secret"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "\"text\"", "7", "null", "true"})
  void shouldRejectWhatIsNoObject(String body) {
    assertThat(pointers(tree(body))).containsExactly("");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-02T06:20:31.482Z, ''",
    "2026-03-02T06:20:32Z, future",
    "2000-01-01T00:00:00Z, ''",
    "1999-12-31T23:59:59Z, before 2000",
    "1970-01-01T00:00:00Z, before 2000",
    "2026-03-02, offset",
    "2026-03-02T06:00:00, offset",
    "2026-02-30T06:00:00Z, offset",
    "+999999999-01-01T00:00:00Z, future"
  })
  void shouldAcceptDateTimesOfThePastWithTheirOffset(String time, String error) {
    List<FieldError> errors = errors(changed(b -> b.put("requestedAt", time)));

    assertThat(errors).hasSize(error.isEmpty() ? 0 : 1).allMatch(e -> e.detail().contains(error));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+7 900 000-00-01",
        "89000000001",
        "900 000 00 01",
        "+7 (701) 000 00 01",
        "+49 30 123456"
      })
  void shouldAcceptPhonesAsPeopleWriteThem(String phone) {
    assertThat(errors(changed(b -> b.putObject("applicant").put("name", "x").put("phone", phone))))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"phone", "123", "+7900", "+7 900 000 00 01 22 33 44", "0"})
  void shouldRejectWhatCannotBeDialled(String phone) {
    assertThat(
            pointers(changed(b -> b.putObject("applicant").put("name", "x").put("phone", phone))))
        .containsExactly("/applicant/phone");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a", "a@b", "@example.org", "a b@example.org", "a@example..org", "a@.org"})
  void shouldRejectWhatIsNoEmailAddress(String email) {
    assertThat(
            pointers(changed(b -> b.putObject("applicant").put("name", "x").put("email", email))))
        .containsExactly("/applicant/email");
  }

  @Test
  void shouldBoundTextsByCharactersNotBytes() {
    assertThat(errors(changed(b -> b.put("text", "щ".repeat(20_000))))).isEmpty();
    assertThat(pointers(changed(b -> b.put("text", "щ".repeat(20_001))))).containsExactly("/text");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\\ud800b", "\\udc00", "   ", "\\u200b\\u00a0", "\\u0000"})
  void shouldRejectTextsThatCannotBeStored(String escaped) {
    assertThat(pointers(tree(VALID.replace("Нужна помощь.", escaped)))).containsExactly("/text");
  }

  @Test
  void shouldCleanTextsInsteadOfRefusingThem() {
    SubmittedQuestionnaire read =
        valid(
            changed(
                b -> {
                  b.put("text", "\uFEFFНужна\u0003 по\u200Bмощь.\n");
                  b.putObject("applicant").put("name", "Анна\n\u2060Примерова");
                }));

    assertThat(read.text()).isEqualTo("Нужна помощь.");
    assertThat(read.applicant().name()).isEqualTo("Анна Примерова");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u200B", "\u00A0", "\uFEFF \u200D", "\u0003"})
  void shouldNotTakeWhatNobodySeesForAName(String name) {
    assertThat(pointers(changed(b -> b.putObject("applicant").put("name", name))))
        .containsExactly("/applicant/name");
  }

  @Test
  void shouldCompareExternalIdsInOneForm() {
    assertThat(valid(changed(b -> b.put("externalId", "и\u0306-1"))).externalId())
        .isEqualTo("\u0439-1");
    assertThat(pointers(changed(b -> b.put("externalId", "a\u0003b"))))
        .containsExactly("/externalId");
  }

  @Test
  void shouldKnowTheGrammarOfCodes() {
    assertThat(errors(changed(b -> b.put("territory", "02\n70").put("channel", "-"))))
        .allMatch(error -> error.detail().contains("expected a code"))
        .hasSize(2);
  }

  @Test
  void shouldBoundNeeds() {
    assertThat(
            pointers(
                changed(
                    b -> {
                      var needs = b.putArray("needs");
                      for (int i = 0; i < 21; i++) {
                        needs.addObject().put("need", "food");
                      }
                    })))
        .containsExactly("/needs");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void shouldLeaveNeedsToTheTextWhereNoneIsNamed(int version) {
    assertThat(valid(changed(b -> b.put("version", version).remove("needs"))).needs()).isEmpty();
    assertThat(valid(changed(b -> b.put("version", version).putArray("needs"))).needs()).isEmpty();
    assertThat(pointers(changed(b -> b.without(List.of("needs", "text")))))
        .containsExactly("/text");
  }

  @Test
  void shouldBoundTheErrorsOfAHostileBody() {
    ObjectNode body = JSON.createObjectNode();
    for (int i = 0; i < 10_000; i++) {
      body.put("field" + i, i);
    }

    assertThat(errors(body)).hasSize(ValidationErrors.LIMIT);
  }

  @Test
  void shouldStillAcceptTheFirstVersionNamedOrNot() {
    SubmittedQuestionnaire unnamed = valid(tree(VALID));

    assertThat(valid(changed(b -> b.put("version", 1)))).isEqualTo(unnamed);
    assertThat(valid(changed(b -> b.put("version", 2)))).isEqualTo(unnamed);
  }

  @Test
  void shouldReadTheCallFromTheSecondVersionOn() {
    Consumer<ObjectNode> call =
        b -> b.putObject("call").put("operator", " o-1 ").put("recording", "rec/1");

    assertThat(valid(changed(b -> call.accept(b.put("version", 2)))).call())
        .isEqualTo(new SubmittedQuestionnaire.Call("o-1", "rec/1"));
    assertThat(pointers(changed(call))).containsExactly("/call");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "3", "1.5", "\"1\"", "99999999999", "true", "{}"})
  void shouldNameVersionsThatThereAre(String version) {
    JsonNode body = changed(b -> b.set("version", tree(version)));

    assertThat(errors(body))
        .singleElement()
        .satisfies(error -> assertThat(error.detail()).contains("from 1 to 2"));
  }

  /** What OpenAPI says of a questionnaire is what its newest schema says. */
  @Test
  void shouldHaveTheBoundsThatTheDocumentOfTheApiShows() {
    JsonNode schema = QuestionnaireSchema.of(QuestionnaireSchema.LATEST).orElseThrow().document();

    compare(SubmittedQuestionnaire.class, schema);
    compare(SubmittedQuestionnaire.Applicant.class, schema.at("/properties/applicant"));
    compare(SubmittedQuestionnaire.Beneficiary.class, schema.at("/properties/beneficiary"));
    compare(SubmittedQuestionnaire.Need.class, schema.at("/properties/needs/items"));
    compare(SubmittedQuestionnaire.Call.class, schema.at("/properties/call"));
  }

  private static void compare(Class<? extends Record> type, JsonNode schema) {
    for (RecordComponent component : type.getRecordComponents()) {
      Schema shown = component.getAccessor().getAnnotation(Schema.class);
      JsonNode field = schema.path("properties").path(component.getName());
      assertThat(field.isObject()).as(component.getName()).isTrue();
      boolean required =
          schema
              .path("required")
              .valueStream()
              .anyMatch(n -> n.asText().equals(component.getName()));
      assertThat(shown.required()).as(component.getName()).isEqualTo(required);
      if (shown.maxLength() != Integer.MAX_VALUE && shown.maxLength() != 0) {
        assertThat(field.path("maxLength").asInt())
            .as(component.getName())
            .isEqualTo(shown.maxLength());
      }
      if (shown.maxItems() != Integer.MIN_VALUE) {
        assertThat(field.path("maxItems").asInt())
            .as(component.getName())
            .isEqualTo(shown.maxItems());
      }
    }
  }

  @Test
  void shouldFindTheSameErrorsOnceNoMatterInWhichOrderFieldsCome() {
    Random random = new Random(3);
    List<JsonNode> values =
        List.of(
            tree("null"),
            tree("7"),
            tree("\"\""),
            tree("\"x\""),
            tree("[]"),
            tree("{}"),
            tree("[{}, 1, \"food\"]"),
            tree("true"),
            tree("\"a\\ud800\""));
    JsonNode valid = tree(VALID);
    List<String> names = new ArrayList<>();
    valid.fieldNames().forEachRemaining(names::add);
    names.addAll(List.of("version", "call", "other"));
    for (int i = 0; i < 20_000; i++) {
      ObjectNode body = JSON.createObjectNode();
      for (String name : names) {
        if (random.nextInt(4) > 0) {
          body.set(name, random.nextBoolean() ? valid.path(name) : values.get(random.nextInt(9)));
        }
      }
      ObjectNode reversed = JSON.createObjectNode();
      List<String> order = new ArrayList<>();
      body.fieldNames().forEachRemaining(order::add);
      order.reversed().forEach(name -> reversed.set(name, body.get(name)));

      assertThat(pointers(body))
          .doesNotHaveDuplicates()
          .containsExactlyInAnyOrderElementsOf(pointers(reversed));
    }
  }

  private List<FieldError> errors(JsonNode body) {
    ValidationErrors errors = new ValidationErrors();
    SubmittedQuestionnaire read = reader.read(body, NOW, errors);
    assertThat(read == null).isEqualTo(!errors.isEmpty());
    return errors.all();
  }

  private SubmittedQuestionnaire valid(JsonNode body) {
    return requireNonNull(reader.read(body, NOW, new ValidationErrors()));
  }

  private List<String> pointers(JsonNode body) {
    return errors(body).stream().map(FieldError::pointer).toList();
  }

  private static JsonNode changed(Consumer<ObjectNode> change) {
    ObjectNode body = (ObjectNode) tree(VALID);
    change.accept(body);
    return body;
  }

  private static JsonNode tree(String json) {
    return JsonBody.read(json.getBytes(UTF_8), JsonNode.class);
  }
}
