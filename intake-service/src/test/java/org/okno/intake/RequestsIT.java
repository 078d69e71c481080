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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
