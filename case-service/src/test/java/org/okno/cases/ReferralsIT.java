package org.okno.cases;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.okno.contracts.DirectoryEvent.AgencyPublished;
import org.okno.testkit.Await;
import org.okno.testkit.SampleRequest;

/** A need that is referred to another agency, and what that agency sees of its case. */
@QuarkusTest
class ReferralsIT extends CaseFlow {
  private static final String PARTS = "[\"name\", \"phone\"]";

  private final String from = "from-" + UUID.randomUUID();
  private final String to = "to-" + UUID.randomUUID();
  private final SampleRequest request = SampleRequest.of("food", "legal");

  @BeforeEach
  void openCase() {
    topics.sendAll(List.of(agency(from), agency(to)));
    Await.until(() -> tables.count("agency where id in ('%s', '%s')".formatted(from, to)) == 2);
    open(request.routed(from), request);
  }

  private static AgencyPublished agency(String id) {
    return new AgencyPublished(
        id, "Name of " + id, Instant.parse("2026-01-01T00:00:00Z"), 1L, null, null);
  }

  @Test
  void shouldShowTheOtherAgencyTheNeedAndItsCaseFromItsAcceptanceToTheWithdrawal() {
    Response made = make(terms(to));
    assertThat(made.statusCode()).isEqualTo(201);
    assertThat(made.jsonPath().getString("to.name")).isEqualTo("Name of " + to);
    assertThat(caseSeenBy(to).statusCode()).as("before its acceptance").isEqualTo(404);
    assertThat(received(to)).containsExactly(id(made));

    Response accepted = step(to, made, "acceptance", made.header("ETag"), "{}");
    assertThat(accepted.statusCode()).isEqualTo(200);
    assertThat(accepted.jsonPath().getString("status")).isEqualTo("accepted");
    JsonPath seen = caseSeenBy(to).jsonPath();
    assertThat(seen.getString("needs[0].agency.id")).isEqualTo(from);
    assertThat(seen.getMap("needs[1]"))
        .as("the need that was not referred")
        .containsOnlyKeys("requestId", "needId", "need", "status", "version");
    assertThat(seen.<String>getList("history.type"))
        .containsExactly(
            "org.okno.case.case-opened.v1",
            "org.okno.case.referral-made.v1",
            "org.okno.case.referral-accepted.v1");
    assertThat(stepOnNeed(to)).as("the need stays where it is").isEqualTo(404);

    Response withdrawn =
        given()
            .header("Authorization", "Bearer " + tokens.of("operator", Map.of("sub", "op")))
            .header("If-Match", accepted.header("ETag"))
            .contentType("application/json")
            .body("{}")
            .post(path(request, 0) + "/referrals/" + id(made) + "/withdrawal");
    assertThat(withdrawn.jsonPath().getString("status")).isEqualTo("withdrawn");
    assertThat(caseSeenBy(to).statusCode()).as("at once").isEqualTo(404);
    assertThat(journal(request))
        .containsExactly(
            "case-opened", "referral-made", "referral-accepted", "referral-consent-withdrawn");
    assertThat(step(to, made, "acceptance", "*", "{}").jsonPath().getString("detail"))
        .contains("The person does not agree", "Nothing is possible now.");
  }

  @Test
  void shouldShowTheOtherAgencyNothingAfterTheEnd() {
    Response made = make(terms(to));
    step(to, made, "acceptance", "*", "{}");
    assertThat(caseSeenBy(to).statusCode()).isEqualTo(200);

    moveEnd(made, "-");

    assertThat(caseSeenBy(to).statusCode()).isEqualTo(404);
    assertThat(make(terms(to)).jsonPath().getString("referralId"))
        .as("another one")
        .isNotEqualTo(id(made));
    // A rebuild in the same run compares the row with its events.
    moveEnd(made, "+");
  }

  @Test
  void shouldMakeOneReferralHoweverOftenAndWhenItIsRequested() {
    String terms = terms(to);

    List<String> ids =
        IntStream.range(0, 8).parallel().mapToObj(i -> id(make(terms))).distinct().toList();

    assertThat(ids).hasSize(1);
    assertThat(journal(request)).containsExactly("case-opened", "referral-made");
    Response other = make(terms.replace("advise", "assess"));
    assertThat(other.statusCode()).isEqualTo(409);
    assertThat(other.jsonPath().getString("detail")).contains("withdraw that referral first");
  }

  @Test
  void shouldRefuseWhatIsLateOrNotTheCallersOrNotPossible() {
    Response made = make(terms(to));
    String etag = made.header("ETag");

    assertThat(step("stranger", made, "acceptance", etag, "{}").statusCode()).isEqualTo(404);
    assertThat(step(from, made, "acceptance", etag, "{}").statusCode())
        .as("the agency that made it")
        .isEqualTo(404);
    assertThat(step(to, made, "acceptance", "\"7\"", "{}").statusCode()).isEqualTo(412);
    assertThat(step(to, made, "acceptance", null, "{}").statusCode()).isEqualTo(428);
    Response refused = step(to, made, "refusal", etag, "{\"reason\": \"no-capacity\"}");
    assertThat(refused.jsonPath().getString("declineReason")).isEqualTo("no-capacity");
    Response late = step(to, made, "acceptance", etag, "{}");
    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(late.jsonPath().getString("detail"))
        .isEqualTo("The referral was declined. Nothing is possible now.");
    assertThat(journal(request))
        .containsExactly("case-opened", "referral-made", "referral-declined");
  }

  @Test
  void shouldNameTheFieldThatIsWrong() {
    assertThat(make(terms("nobody-knows")).<List<String>>path("errors.pointer"))
        .containsExactly("/toAgency");
    assertThat(make(terms(from)).<List<String>>path("errors.pointer")).containsExactly("/toAgency");
    assertThat(make("{}").statusCode()).isEqualTo(400);
    assertThat(make(terms(to).replace("name", "diagnosis")).<List<String>>path("errors.pointer"))
        .containsExactly("/parts/0");
    post(request, 0, "acceptance", "*", "{}");
    post(request, 0, "resolution", "*", "{\"outcome\": \"helped\"}");
    assertThat(make(terms(to)).statusCode()).as("a settled need").isEqualTo(409);
  }

  private void moveEnd(Response made, String sign) {
    tables.execute(
        "update referral set ends_at = ends_at %s interval '9600 hours' where id = '%s'"
            .formatted(sign, id(made)));
  }

  private static String terms(String agency) {
    Instant now = Instant.now();
    return """
        {"toAgency": "%s", "purpose": "advise", "parts": %s, "endsAt": "%s",
         "consent": {"how": "by-phone", "givenAt": "%s"}}
        """
        .formatted(agency, PARTS, now.plus(Duration.ofDays(30)), now.minusSeconds(60));
  }

  private Response make(String body) {
    return given()
        .header("Authorization", "Bearer " + tokens.ofSpecialist(from))
        .contentType("application/json")
        .body(body)
        .post(path(request, 0) + "/referrals");
  }

  private Response step(
      String agency, Response made, String step, @Nullable String etag, String body) {
    var call =
        given()
            .header("Authorization", "Bearer " + tokens.ofSpecialist(agency))
            .contentType("application/json")
            .body(body);
    if (etag != null) {
      call.header("If-Match", etag);
    }
    return call.post(path(request, 0) + "/referrals/" + id(made) + "/" + step);
  }

  private int stepOnNeed(String agency) {
    return given()
        .header("Authorization", "Bearer " + tokens.ofSpecialist(agency))
        .header("If-Match", "*")
        .contentType("application/json")
        .body("{}")
        .post(path(request, 0) + "/acceptance")
        .statusCode();
  }

  private Response caseSeenBy(String agency) {
    return given()
        .header("Authorization", "Bearer " + tokens.ofSpecialist(agency))
        .get("/v1/cases/" + request.id());
  }

  private List<String> received(String agency) {
    return given()
        .header("Authorization", "Bearer " + tokens.ofSpecialist(agency))
        .get("/v1/referrals?status=made")
        .jsonPath()
        .getList("items.referralId");
  }

  private static String id(Response made) {
    return made.jsonPath().getString("referralId");
  }
}
