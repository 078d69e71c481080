package org.okno.cases;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.okno.contracts.DirectoryEvent.AgencyPublished;
import org.okno.testkit.Await;
import org.okno.testkit.SampleRequest;

/** What is planned for the person of a case, over needs and agencies. */
@QuarkusTest
class ProgrammesIT extends CaseFlow {
  private static final String CONSENT =
      "{\"how\": \"in-writing\", \"givenAt\": \"2026-01-01T00:00:00Z\"}";

  private final String agency = "plans-" + UUID.randomUUID();
  private final SampleRequest request = SampleRequest.of("food", "legal");

  @BeforeEach
  void openCase() {
    topics.send(
        new AgencyPublished(
            agency, "Центр <помощи>", Instant.parse("2026-01-01T00:00:00Z"), 1L, null, null));
    Await.until(() -> tables.count("agency where id = '%s'".formatted(agency)) == 1);
    open(request.routed(agency), request);
  }

  @Test
  void shouldFollowAProgrammeFromItsDraftToItsEndAndKeepEachVersionWithItsReason() {
    Response drafted = send("POST", "", null, plan("food-aid"));
    assertThat(drafted.statusCode()).isEqualTo(201);
    assertThat(drafted.jsonPath().getString("goals[0].text")).isEqualTo("Постоянный доход");
    Response agreed = send("POST", "/consent", drafted.header("ETag"), consent());
    assertThat(agreed.jsonPath().getString("status")).isEqualTo("active");
    String revision =
        "{\"plan\": %s, \"reason\": \"situation-changed\", \"consent\": %s}"
            .formatted(plan("clothing-aid"), CONSENT);
    Response revised = send("PUT", "", agreed.header("ETag"), revision);
    assertThat(revised.statusCode()).isEqualTo(200);
    assertThat(send("PUT", "", agreed.header("ETag"), revision).header("ETag"))
        .as("repeated")
        .isEqualTo(revised.header("ETag"));
    Response reviewed =
        send(
            "POST",
            "/reviews",
            revised.header("ETag"),
            "{\"outcome\": \"on-track\", \"done\": [1], \"reviewOn\": \"2090-01-01\"}");
    assertThat(reviewed.jsonPath().getList("steps.done")).containsExactly(true, false);
    Response completed = send("POST", "/completion", "*", "{\"outcome\": \"goals-reached\"}");
    assertThat(completed.jsonPath().getString("outcome.code")).isEqualTo("goals-reached");
    assertThat(send("GET", "", null, "").asString()).isEqualTo(completed.asString());

    JsonPath versions = send("GET", "/versions", null, "").jsonPath();
    assertThat(versions.getList("items.version")).containsExactly(1, 2, 3, 4, 5);
    assertThat(versions.<String>getList("items.reason.code")).containsExactly("situation-changed");
    assertThat(versions.getString("items[2].reason.code")).isEqualTo("situation-changed");
    assertThat(versions.getString("items[1].steps[0].step.code")).isEqualTo("food-aid");
    assertThat(versions.getString("items[2].steps[0].step.code")).isEqualTo("clothing-aid");
    assertThat(journal(request))
        .containsExactly(
            "case-opened",
            "programme-drafted",
            "programme-agreed",
            "programme-revised",
            "programme-reviewed",
            "programme-completed");
    assertThat(send("POST", "", null, plan("food-aid")).statusCode())
        .as("another one")
        .isEqualTo(201);
  }

  @Test
  void shouldDraftOneProgrammeHoweverOftenAndWhenItIsRequested() {
    List<String> ids =
        IntStream.range(0, 6)
            .parallel()
            .mapToObj(i -> send("POST", "", null, plan("food-aid")))
            .map(response -> response.jsonPath().getString("programmeId"))
            .distinct()
            .toList();

    assertThat(ids).hasSize(1);
    Response other = send("POST", "", null, plan("training"));
    assertThat(other.statusCode()).isEqualTo(409);
    assertThat(other.jsonPath().getString("detail")).contains("revise it");
    assertThat(journal(request)).containsExactly("case-opened", "programme-drafted");
  }

  @Test
  void shouldRefuseWhatIsLateOrNotTheCallersOrNotPossible() {
    assertThat(send("GET", "", null, "").statusCode()).as("none yet").isEqualTo(404);
    String etag = send("POST", "", null, plan("food-aid")).header("ETag");

    Response early =
        send(
            "POST",
            "/reviews",
            etag,
            "{\"outcome\": \"on-track\", \"done\": [], \"reviewOn\": \"2090-01-01\"}");
    assertThat(early.statusCode()).isEqualTo(409);
    assertThat(early.jsonPath().getString("detail")).contains("Possible now: consent");
    assertThat(send("POST", "/consent", "\"7\"", consent()).statusCode()).isEqualTo(412);
    assertThat(send("POST", "/consent", null, consent()).statusCode()).isEqualTo(428);
    assertThat(send("POST", "", null, "{}").statusCode()).isEqualTo(400);
    assertThat(
            send("POST", "", null, plan("food-aid").replace("stable-income", "riches"))
                .<List<String>>path("errors.pointer"))
        .containsExactly("/goals/0");
    assertThat(
            given()
                .header("Authorization", "Bearer " + tokens.ofSpecialist("stranger"))
                .get(programme())
                .statusCode())
        .isEqualTo(404);
    assertThat(journal(request)).containsExactly("case-opened", "programme-drafted");
  }

  @Test
  void shouldPrintThePlanInRussianWithoutNamingAnybody() {
    send("POST", "", null, plan("food-aid"));

    Response page = send("GET", "/page", null, "");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.contentType()).startsWith("text/html").containsIgnoringCase("utf-8");
    assertThat(page.header("Content-Security-Policy"))
        .contains("default-src 'none'", "style-src 'unsafe-inline'");
    assertThat(page.asString())
        .contains(
            request.questionnaire().trackingNumber(),
            "Индивидуальная программа помощи",
            "проект, согласие не получено",
            "Продуктовая помощь",
            "Центр &lt;помощи&gt;",
            "01.02.2090",
            "@media print")
        .doesNotContain("{steps", "stable-income");
  }

  private String plan(String step) {
    return """
        {"goals": ["stable-income"], "reviewOn": "2090-01-01", "steps": [
          {"number": 1, "step": "%1$s", "agency": "%2$s", "needId": "%3$s", "dueOn": "2090-02-01"},
          {"number": 2, "step": "employment", "agency": "%2$s", "dueOn": "2090-03-01", "after": [1]}]}
        """
        .formatted(step, agency, request.need(0).id());
  }

  private static String consent() {
    return "{\"consent\": %s}".formatted(CONSENT);
  }

  private String programme() {
    return "/v1/cases/" + request.id() + "/programme";
  }

  private Response send(String method, String path, @Nullable String etag, String body) {
    RequestSpecification call =
        given().header("Authorization", "Bearer " + tokens.ofSpecialist(agency));
    if (!body.isEmpty()) {
      call.contentType("application/json").body(body);
    }
    if (etag != null) {
      call.header("If-Match", etag);
    }
    return call.request(method, programme() + path);
  }
}
