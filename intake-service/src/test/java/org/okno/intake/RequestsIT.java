package org.okno.intake;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.okno.intake.Intake.delete;
import static org.okno.intake.Intake.get;
import static org.okno.intake.Intake.pointers;
import static org.okno.intake.Intake.post;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.okno.contracts.Topics;
import org.okno.testkit.EventTopics;
import org.okno.testkit.ServiceEngines;
import org.okno.testkit.Tables;

/** Lists, reference data, personal data and erasure. */
@QuarkusTest
@QuarkusTestResource(
    value = ServiceEngines.class,
    initArgs = @ResourceArg(name = "service", value = "intake"))
@Timeout(120)
@SuppressWarnings("NullAway.Init") // the engines are injected
class RequestsIT {
  EventTopics topics;
  Tables tables;

  @BeforeEach
  void publishDirectory() {
    Intake.publishDirectory(topics);
  }

  @Test
  void shouldListRequestsPageByPage() {
    List<String> posted = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      posted.addFirst(post(Questionnaires.valid("page-" + i)).path("requestId"));
    }

    Response first = get("/v1/requests?limit=2");
    String link = first.header("Link");
    Response second = get(link.substring(link.indexOf('<') + 1, link.indexOf('>')));

    assertThat(first.<List<String>>path("items.requestId"))
        .containsExactlyElementsOf(posted.subList(0, 2));
    assertThat(second.<List<String>>path("items.requestId")).first().isEqualTo(posted.get(2));
  }

  @Test
  void shouldCountWhatWasAcceptedByDayAndChannelAndPublishItAgain() {
    String day = "/v1/accepted?from=2026-04-07&to=2026-04-08";
    assertThat(get(day).<List<Object>>path("items")).isEmpty();
    // Its day is the day in the zone of the territory.
    String late = "\"requestedAt\": \"2026-04-07T21:30:00Z\"";
    String request =
        requireNonNull(
            post(Questionnaires.valid("by-day")
                    .replace("\"requestedAt\": \"2026-03-02T09:12:00+03:00\"", late))
                .path("requestId"));

    assertThat(get(day).<List<Map<String, Object>>>path("items"))
        .containsExactly(
            Map.of("day", "2026-04-08", "channel", "hotline", "requests", 1, "needs", 2));
    assertThat(
            post("/v1/accepted/publication?day=2026-04-08&channel=hotline", "", new byte[0])
                .<Integer>path("requests"))
        .isEqualTo(1);
    assertThat(topics.withKey(Topics.QUESTIONNAIRES, request)).hasSize(1);
    assertThat(
            post("/v1/accepted/publication?day=2026-04-09&channel=hotline", "", new byte[0])
                .<Integer>path("requests"))
        .isZero();
    assertThat(RestAssured.given().accept("image/png").get(day).statusCode()).isEqualTo(406);
    assertThat(pointers(get("/v1/accepted?from=2026-04-07"))).containsExactly("query:to");
    assertThat(pointers(get("/v1/accepted?from=2026-04-07&to=2026-06-07")))
        .containsExactly("query:to");
  }

  @ParameterizedTest
  @ValueSource(strings = {"channels", "territories", "needs", "situations", "target-groups"})
  void shouldListTheCodesOfAQuestionnaire(String list) {
    assertThat(get("/v1/" + list).<List<String>>path("items.code")).isNotEmpty().isSorted();
  }

  @Test
  void shouldRespondToBadAddressesWithProblems() {
    assertThat(get("/v1/requests/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
    assertThat(Intake.open(UUID.randomUUID().toString(), "erasure-request").statusCode())
        .isEqualTo(404);
    assertThat(get("/v1/requests/7").statusCode()).isEqualTo(404);
    assertThat(delete("/v1/persons/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
    assertThat(get("/v1/track/0000-0000-01").statusCode()).isEqualTo(404);
    assertThat(pointers(get("/v1/requests?limit=many"))).containsExactly("query:limit");
    assertThat(pointers(get("/v1/requests?cursor=x"))).containsExactly("query:cursor");
    assertThat(pointers(get("/v1/requests?channel=pigeon"))).containsExactly("query:channel");
    assertThat(pointers(get("/v1/requests?chanel=web"))).containsExactly("query:chanel");
    assertThat(pointers(get("/v1/needs?limit=1"))).containsExactly("query:limit");
  }

  @Test
  void shouldWithdrawARequestOnceAndSayWhatIsPossibleWhereItIsTooLate() {
    Response accepted = post(Questionnaires.valid("withdrawn-" + UUID.randomUUID()));
    String request = requireNonNull(accepted.path("requestId"));

    Response first = withdraw(request, "not-needed");
    Response again = withdraw(request, "not-needed");

    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(first.<String>path("reason")).isEqualTo("not-needed");
    assertThat(again.asString()).isEqualTo(first.asString());
    assertThat(Intake.problem(withdraw(request, "duplicate")))
        .isEqualTo("409 urn:okno:problem:withdrawn");
    assertThat(pointers(withdraw(request, "bored"))).containsExactly("/reason");
    assertThat(withdraw(UUID.randomUUID().toString(), "not-needed").statusCode()).isEqualTo(404);
    assertThat(get("/v1/requests/" + request).<String>path("withdrawalReason"))
        .isEqualTo("not-needed");
    Response tracked = get("/v1/track/" + accepted.path("trackingNumber"));
    assertThat(tracked.<String>path("withdrawnAt")).isEqualTo(first.path("withdrawnAt"));
    assertThat(tracked.<String>path("explanation.now")).isEqualTo("Вы отозвали обращение.");
    assertThat(tables.journal(UUID.fromString(request)))
        .containsExactly(
            "org.okno.intake.questionnaire-submitted.v1",
            "org.okno.intake.questionnaire-withdrawn.v1");

    String settled =
        requireNonNull(
            post(Questionnaires.valid("settled-" + UUID.randomUUID())).path("requestId"));
    Intake.assign(topics, settled, "a");
    Intake.decline(topics, settled, "a");
    assertThat(Intake.problem(withdraw(settled, "not-needed")))
        .isEqualTo("409 urn:okno:problem:settled");
  }

  @Test
  void shouldCorrectARequestSealedAnewWithTheKeysItHas() {
    String form = Questionnaires.valid("corrected-" + UUID.randomUUID());
    String request = requireNonNull(post(form).path("requestId"));
    Response before = get("/v1/requests/" + request);
    String patch =
        """
        {"applicant": {"phone": "+7 900 000-00-55"}, "text": "Другие слова.",
         "needs": [{"need": "food", "situation": "lost-job"}]}""";

    assertThat(correct(request, null, patch).statusCode()).isEqualTo(428);
    Response corrected = correct(request, before.header("ETag"), patch);
    assertThat(corrected.statusCode()).isEqualTo(200);
    assertThat(corrected.header("ETag")).isEqualTo("\"2\"");
    assertThat(corrected.<List<String>>path("needs.id"))
        .containsExactly(before.<String>path("needs[0].id"));
    assertThat(corrected.<String>path("applicantId")).isEqualTo(before.path("applicantId"));
    assertThat(correct(request, before.header("ETag"), patch).asString())
        .as("nothing is changed by it")
        .isEqualTo(corrected.asString());
    assertThat(correct(request, before.header("ETag"), "{\"text\": \"Третьи.\"}").statusCode())
        .isEqualTo(412);
    Response opened = Intake.open(request, "call-back");
    assertThat(opened.<String>path("applicant.phone")).isEqualTo("+79000000055");
    assertThat(opened.<String>path("applicant.name")).isEqualTo(Questionnaires.NAME);
    assertThat(opened.<String>path("text.text")).isEqualTo("Другие слова.");
    List<String> events =
        tables.strings(
            "select payload from journal where event_key = ? and payload like '{\"questionnaire\"%' order by seq",
            request);
    assertThat(events).hasSize(2);
    assertThat(events.getLast())
        .contains("\"added\":[]", "\"removed\":[{", "\"need\":\"legal\"")
        .doesNotContain("Другие", "0000055");
    assertThat(post(form).<String>path("requestId")).as("a retry").isEqualTo(request);

    delete("/v1/persons/" + before.path("applicantId"));
    assertThat(Intake.open(request, "erasure-request").<Object>path("text"))
        .hasToString("{state=erased}");
    assertThat(Intake.problem(correct(request, "*", "{\"text\": \"Слова.\"}")))
        .isEqualTo("409 urn:okno:problem:erased");
  }

  @Test
  void shouldNameWhatACorrectionCannotChange() {
    String request =
        requireNonNull(post(Questionnaires.valid("fixed-" + UUID.randomUUID())).path("requestId"));

    assertThat(
            pointers(
                correct(
                    request,
                    "*",
                    """
                    {"channel": "web", "externalId": "x", "territory": "02000000", "beneficiary": null,
                     "urgency": "soon", "needs": [{"need": "moon"}]}""")))
        .contains(
            "/channel", "/externalId", "/territory", "/beneficiary", "/urgency", "/needs/0/need");
    assertThat(pointers(correct(request, "*", "[]"))).containsExactly("");
    assertThat(get("/v1/requests/" + request).header("ETag")).isEqualTo("\"1\"");
    withdraw(request, "not-needed");
    assertThat(Intake.problem(correct(request, "*", "{\"text\": \"Слова.\"}")))
        .isEqualTo("409 urn:okno:problem:withdrawn");
  }

  @Test
  void shouldCountEveryNeedThatWasAskedForAndAskAnewWithAnotherUrgency() {
    String request =
        requireNonNull(
            post(Questionnaires.valid("anew-" + UUID.randomUUID())
                    .replace("2026-03-02T09:12:00+03:00", "2026-04-17T09:12:00+03:00"))
                .path("requestId"));
    List<String> before = get("/v1/requests/" + request).path("needs.id");

    Response corrected = correct(request, "*", "{\"urgency\": \"emergency\"}");

    assertThat(corrected.<List<String>>path("needs.id"))
        .hasSize(2)
        .doesNotContainAnyElementsOf(before);
    assertThat(get("/v1/accepted?from=2026-04-17&to=2026-04-17").<List<Integer>>path("items.needs"))
        .containsExactly(4);
  }

  private static Response correct(String request, @Nullable String etag, String patch) {
    RequestSpecification call =
        RestAssured.given()
            .contentType("application/merge-patch+json")
            .body(patch.getBytes(StandardCharsets.UTF_8));
    return (etag == null ? call : call.header("If-Match", etag)).patch("/v1/requests/" + request);
  }

  private static Response withdraw(String request, String reason) {
    return Intake.postTo(
        "/v1/requests/" + request + "/withdrawal", "{\"reason\": \"%s\"}".formatted(reason));
  }

  @Test
  void shouldErasePersonsForEver() {
    String form = Questionnaires.valid("erase-1").replace(Questionnaires.PHONE, "+79000000099");
    Response accepted = post(form);
    String request = requireNonNull(accepted.path("requestId"));
    String person = get("/v1/requests/" + request).path("applicantId");

    assertThat(Intake.open(request, "erasure-request").<String>path("applicant.state"))
        .isEqualTo("open");
    assertThat(delete("/v1/persons/" + person).statusCode()).isEqualTo(204);
    assertThat(delete("/v1/persons/" + person).statusCode()).isEqualTo(204);

    Response left = Intake.open(request, "erasure-request");
    assertThat(left.<Object>path("applicant")).hasToString("{state=erased}");
    assertThat(left.<Object>path("text")).hasToString("{state=erased}");
    assertThat(left.<String>path("beneficiary.name")).isEqualTo(Questionnaires.OTHER_NAME);
    assertThat(tables.strings("select topic from journal where event_key = ?", person))
        .containsExactly(Topics.PERSONS);
    assertThat(tables.strings("select payload from journal where event_key = ?", person))
        .singleElement()
        .asString()
        .contains("\"subject\":\"all\",\"role\":\"data-protection-officer\"");
    assertThat(post(form).asString()).isEqualTo(accepted.asString());
    String next = post(form.replace("erase-1", "erase-2")).path("requestId");
    assertThat(get("/v1/requests/" + next).<String>path("applicantId")).isNotEqualTo(person);
  }
}
