package org.okno.intake.questionnaire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.okno.http.Problem.FieldError;

class QuestionnaireReaderTest {
  private static final Instant NOW = Instant.parse("2026-03-02T06:15:31.482Z");
  private static final JsonMapper JSON = new JsonMapper();
  private static final String RIGHT =
      """
      {"channel": "hotline", "externalId": "call-1", "requestedAt": "2026-03-02T09:12:00+03:00",
       "territory": "02701301",
       "applicant": {"name": " Анна Примерова ", "phone": "8 (900) 000-00-01", "email": "anna@example.org"},
       "beneficiary": {"name": "Пётр Примеров", "birthDate": "1948-05-12", "address": "ул. Примерная, 1"},
       "address": "ул. Примерная, 1", "targetGroups": ["disability"], "urgency": "urgent",
       "needs": [{"need": "food", "situation": "lost-job"}, {"need": "legal"}],
       "text": "Нужна помощь.", "consent": true}
      """;

  private final QuestionnaireReader reader = new QuestionnaireReader(new FewCodes());

  @Test
  void shouldReadWhatIsRightAndNormaliseIt() {
    var read = ((Reading.Valid) reader.read(tree(RIGHT), NOW)).questionnaire();

    assertThat(read.applicant().name()).isEqualTo("Анна Примерова");
    assertThat(read.applicant().phone()).isEqualTo("+79000000001");
    assertThat(read.requestedAt()).isEqualTo("2026-03-02T06:12:00Z");
    assertThat(read.needs()).extracting("need").containsExactly("food", "legal");
  }

  @Test
  void shouldTakeNormalForTheUrgencyNobodyNamed() {
    var read =
        ((Reading.Valid) reader.read(changed(b -> b.remove("urgency")), NOW)).questionnaire();

    assertThat(read.urgency()).isEqualTo("normal");
  }

  @Test
  void shouldTakeAnExplicitNullForNoField() {
    assertThat(reader.read(changed(b -> b.putNull("beneficiary").putNull("targetGroups")), NOW))
        .isInstanceOf(Reading.Valid.class);
  }

  @Test
  void shouldNameEveryWrongFieldAtOnce() {
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
  void shouldNameEveryMissingField() {
    assertThat(pointers(JSON.createObjectNode()))
        .containsExactlyInAnyOrder(
            "/channel", "/territory", "/applicant", "/needs", "/text", "/consent");
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
  void shouldRefuseWhatIsNoObject(String body) {
    assertThat(pointers(tree(body))).containsExactly("");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-02T06:20:31.482Z, ''",
    "2026-03-02T06:20:32Z, future",
    "1900-01-01T00:00:00Z, ''",
    "1899-12-31T23:59:59Z, 1900",
    "2026-03-02, offset",
    "2026-03-02T06:00:00, offset",
    "2026-02-30T06:00:00Z, offset",
    "+999999999-01-01T00:00:00Z, future"
  })
  void shouldTakeTimesOfThePastWithTheirOffset(String time, String fault) {
    List<FieldError> errors = errors(changed(b -> b.put("requestedAt", time)));

    assertThat(errors).hasSize(fault.isEmpty() ? 0 : 1).allMatch(e -> e.detail().contains(fault));
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
  void shouldTakePhonesAsPeopleWriteThem(String phone) {
    assertThat(errors(changed(b -> b.putObject("applicant").put("name", "x").put("phone", phone))))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"phone", "123", "+7900", "+7 900 000 00 01 22 33 44", "0"})
  void shouldRefuseWhatCannotBeDialled(String phone) {
    assertThat(
            pointers(changed(b -> b.putObject("applicant").put("name", "x").put("phone", phone))))
        .containsExactly("/applicant/phone");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a", "a@b", "@example.org", "a b@example.org", "a@example..org", "a@.org"})
  void shouldRefuseWhatIsNoEmailAddress(String email) {
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
  @ValueSource(strings = {"a\\u0000b", "a\\ud800b", "\\udc00", "   "})
  void shouldRefuseTextsThatCannotBeKept(String escaped) {
    assertThat(pointers(tree(RIGHT.replace("Нужна помощь.", escaped)))).containsExactly("/text");
  }

  @Test
  void shouldBoundNeeds() {
    assertThat(pointers(changed(b -> b.putArray("needs")))).containsExactly("/needs");
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

  @Test
  void shouldBoundItsAnswerToAHostileBody() {
    ObjectNode body = JSON.createObjectNode();
    for (int i = 0; i < 10_000; i++) {
      body.put("field" + i, i);
    }

    assertThat(errors(body)).hasSize(WrongFields.LIMIT);
  }

  private List<FieldError> errors(JsonNode body) {
    return reader.read(body, NOW) instanceof Reading.Invalid invalid ? invalid.errors() : List.of();
  }

  private List<String> pointers(JsonNode body) {
    return errors(body).stream().map(FieldError::pointer).toList();
  }

  private static JsonNode changed(Consumer<ObjectNode> change) {
    ObjectNode body = (ObjectNode) tree(RIGHT);
    change.accept(body);
    return body;
  }

  private static JsonNode tree(String json) {
    return StrictJson.parse(json.getBytes(UTF_8));
  }

  private static final class FewCodes implements Vocabulary {
    @Override
    public boolean hasChannel(String code) {
      return code.equals("hotline");
    }

    @Override
    public boolean hasTerritory(String code) {
      return code.equals("02701301");
    }

    @Override
    public boolean hasTerm(Axis axis, String code) {
      return switch (axis) {
        case NEED -> Set.of("food", "legal").contains(code);
        case SITUATION -> code.equals("lost-job");
        case TARGET_GROUP -> code.equals("disability");
      };
    }
  }
}
