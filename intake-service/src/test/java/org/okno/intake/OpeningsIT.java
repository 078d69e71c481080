package org.okno.intake;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.okno.contracts.Actor;
import org.okno.contracts.CaseEvent.ReferralAccepted;
import org.okno.contracts.CaseEvent.ReferralConsentWithdrawn;
import org.okno.contracts.Referral;
import org.okno.contracts.Topics;
import org.okno.testkit.Await;
import org.okno.testkit.EventTopics;
import org.okno.testkit.ServiceEngines;
import org.okno.testkit.Tables;
import org.okno.testkit.Tokens;

/** Personal data opens for a purpose, and each opening is recorded; emergencies are approved. */
@QuarkusTest
@QuarkusTestResource(
    value = ServiceEngines.class,
    initArgs = @ResourceArg(name = "service", value = "intake"))
@Timeout(120)
@SuppressWarnings("NullAway.Init") // the engines are injected
class OpeningsIT {
  EventTopics topics;
  Tables tables;
  Tokens tokens;

  private static final Actor ACTOR = new Actor("specialist-of-asked", "specialist");

  private String request = "";

  @BeforeEach
  void acceptARequestOfAnAgency() {
    Intake.publishDirectory(topics);
    request =
        requireNonNull(
            Intake.post(Questionnaires.valid("openings-" + UUID.randomUUID())).path("requestId"));
    Intake.assign(topics, request, "north");
  }

  @Test
  void shouldNameThePurposeThatIsMissingOrUnknown() {
    for (String body : List.of("{}", "{\"purpose\": null}", "{\"purpose\": \"curiosity\"}")) {
      Response refused =
          Intake.post(
              "/v1/requests/" + request + "/personal-data/openings",
              "application/json",
              body.getBytes(UTF_8));
      assertThat(refused.statusCode()).isEqualTo(400);
      assertThat(Intake.pointers(refused)).containsExactly("/purpose");
    }
    assertThat(Intake.pointers(Intake.open(request, "emergency"))).containsExactly("/purpose");
    assertThat(entries()).isZero();
  }

  @Test
  void shouldRefuseAPurposeThatTheRoleMayNotName() {
    Response refused = Intake.open(request, "erasure-request", specialist("north"));

    assertThat(Intake.problem(refused)).isEqualTo("403 urn:okno:problem:purpose-not-allowed");
    assertThat(refused.<String>path("detail")).contains("work-on-need").doesNotContain("erasure");
    assertThat(entries()).isZero();
  }

  @Test
  void shouldRecordWhoOpenedWhatAndWhy() {
    Response opened = Intake.open(request, "work-on-need", specialist("north"));

    assertThat(opened.header("Cache-Control")).isEqualTo("no-store");
    assertThat(opened.<String>path("applicant.name")).isEqualTo(Questionnaires.NAME);
    Map<String, Object> entry = list("?request=" + request).getFirst();
    assertThat(entry)
        .containsEntry("accessId", opened.path("accessId"))
        .containsEntry("action", "opened")
        .containsEntry("purpose", "work-on-need")
        .containsEntry("subject", "specialist-of-north")
        .containsEntry("role", "specialist")
        .containsEntry("agency", "north")
        .containsEntry("requestId", request);
    assertThat(
            tables.strings(
                "select payload from journal where topic = ? and event_key = ?",
                Topics.ACCESSES,
                request))
        .singleElement()
        .satisfies(
            payload ->
                assertThat(payload)
                    .contains(requireNonNull(opened.<String>path("accessId")))
                    .doesNotContain(Questionnaires.NAME));
  }

  @Test
  void shouldShowTheWordsThatWeighedMostToWhoeverOpensTheText() {
    String textAlone =
        Intake.post(
                Questionnaires.ofText(
                    "words-" + UUID.randomUUID(), "Дома нет продуктов, детям нечего есть."))
            .path("requestId");
    Intake.assign(topics, requireNonNull(textAlone), "north");

    Response opened = Intake.open(textAlone, "work-on-need", specialist("north"));

    assertThat(opened.<String>path("recognizedNeeds[0].need")).isEqualTo("food");
    assertThat(opened.<List<String>>path("recognizedNeeds[0].words")).contains("продуктов");
    assertThat(
            Intake.open(request, "work-on-need", specialist("north"))
                .<List<Object>>path("recognizedNeeds"))
        .isEmpty();
  }

  @Test
  void shouldHideTheRequestOfAnotherAgencyAndRecordTheAttempt() {
    Response refused = Intake.open(request, "work-on-need", specialist("south"));
    Response unknown =
        Intake.open(UUID.randomUUID().toString(), "work-on-need", specialist("south"));

    assertThat(refused.statusCode()).isEqualTo(404);
    assertThat(refused.asString()).isEqualTo(unknown.asString());
    assertThat(list("?request=" + request))
        .singleElement()
        .satisfies(
            entry ->
                assertThat(entry)
                    .containsEntry("action", "refused")
                    .containsEntry("agency", "south"));
  }

  @Test
  void shouldLetAnAgencyThatDeclinedOnlyCheckWhatItDid() {
    Intake.decline(topics, request, "north");
    String head = tokens.of("head-of-agency", Map.of("sub", "head-of-north", "agency", "north"));

    assertThat(Intake.open(request, "work-on-need", specialist("north")).statusCode())
        .isEqualTo(404);
    assertThat(Intake.open(request, "quality-check", head).statusCode()).isEqualTo(200);
  }

  @Test
  void shouldOpenOfAReferredRequestTheAgreedPartsFromTheAcceptanceToTheWithdrawal() {
    assertThat(Intake.open(request, "work-on-referral", specialist("asked")).statusCode())
        .isEqualTo(404);
    Referral referral = Intake.refer(request, "asked", Instant.now().plusSeconds(3_600));
    topics.send(new ReferralAccepted(referral.next(), Instant.now(), ACTOR));
    awaitReferrals("is_open");

    Response opened = Intake.open(request, "work-on-referral", specialist("asked"));
    assertThat(opened.statusCode()).isEqualTo(200);
    assertThat(opened.<String>path("applicant.name")).isEqualTo(Questionnaires.NAME);
    assertThat(opened.asString()).doesNotContain("Сокровенные слова", "\"phone\"");
    assertThat(opened.<String>path("text.state")).isEqualTo("closed");
    assertThat(Intake.open(request, "work-on-need", specialist("asked")).statusCode())
        .as("it does not have the need")
        .isEqualTo(404);
    assertThat(Intake.open(request, "work-on-referral", specialist("south")).statusCode())
        .isEqualTo(404);

    topics.send(new ReferralConsentWithdrawn(referral.next().next(), Instant.now(), ACTOR));
    topics.send(new ReferralAccepted(referral.next(), Instant.now(), ACTOR));
    awaitReferrals("not is_open");
    assertThat(Intake.open(request, "work-on-referral", specialist("asked")).statusCode())
        .isEqualTo(404);
  }

  @Test
  void shouldOpenNothingOfAReferredRequestAfterItsEnd() {
    Referral referral = Intake.refer(request, "asked", Instant.now().minusSeconds(1));
    topics.send(new ReferralAccepted(referral.next(), Instant.now(), ACTOR));
    awaitReferrals("is_open");

    assertThat(Intake.open(request, "work-on-referral", specialist("asked")).statusCode())
        .isEqualTo(404);
  }

  private void awaitReferrals(String condition) {
    Await.until(
        () ->
            tables.count(
                    "referred_request where request_id = ? and " + condition,
                    UUID.fromString(request))
                == 1);
  }

  @Test
  void shouldRefuseAPurposeOfAnAgencyToWhoeverHasNone() {
    String both =
        tokens
            .issuer()
            .token(Set.of("specialist", "operator"), Map.of("sub", "both"), Duration.ofMinutes(5));

    assertThat(Intake.problem(Intake.open(request, "work-on-need", both)))
        .isEqualTo("403 urn:okno:problem:purpose-not-allowed");
  }

  @Test
  void shouldOpenByTheRoleThatNamesThePurpose() {
    String both =
        tokens
            .issuer()
            .token(
                Set.of("specialist", "operator"),
                Map.of("sub", "both", "agency", "south"),
                Duration.ofMinutes(5));

    assertThat(Intake.open(request, "work-on-need", both).statusCode()).isEqualTo(404);
    assertThat(Intake.open(request, "call-back", both).statusCode()).isEqualTo(200);
  }

  @Test
  void shouldTellThePersonConcernedWithoutNamingStaff() {
    Intake.open(request, "work-on-need", specialist("north"));
    String person = Intake.get("/v1/requests/" + request).path("beneficiaryId");

    Response told = Intake.get("/v1/persons/" + person + "/accesses");

    assertThat(told.<List<Map<String, Object>>>path("items"))
        .singleElement()
        .satisfies(
            access ->
                assertThat(access)
                    .containsEntry("agency", "north")
                    .containsEntry("purpose", "work-on-need"));
    assertThat(told.asString()).doesNotContain("specialist-of-north");
    assertThat(list("?person=" + person)).hasSize(1);
    assertThat(list("?person=" + person + "&to=2026-01-01")).isEmpty();
  }

  @Test
  void shouldListPageByPage() {
    for (int i = 0; i < 3; i++) {
      Intake.open(request, "work-on-need", specialist("north"));
    }

    Response first = Intake.get("/v1/accesses?limit=2&request=" + request);
    String link = first.header("Link");
    Response second = Intake.get(link.substring(link.indexOf('<') + 1, link.indexOf('>')));

    assertThat(first.<List<Object>>path("items")).hasSize(2);
    assertThat(second.<List<Object>>path("items")).hasSize(1);
    assertThat(Intake.pointers(Intake.get("/v1/accesses?cursor=eA")))
        .containsExactly("query:cursor");
  }

  @Test
  void shouldOpenInAnEmergencyAndBeApprovedByAnotherPerson() {
    String own = head("south", "chief-1");
    Response opened = Intake.openInEmergency(request, own);
    String approval = "/v1/accesses/" + opened.path("accessId") + "/approval";

    assertThat(opened.<String>path("text.text")).contains("Сокровенные слова");
    assertThat(list("?unapproved=true&request=" + request)).hasSize(1);
    assertThat(approve(approval, own)).isEqualTo(409);
    assertThat(approve(approval, head("north", "chief-2"))).isEqualTo(404);
    assertThat(approve(approval, head("south", "chief-3"))).isEqualTo(204);
    assertThat(approve(approval, head("south", "chief-3"))).isEqualTo(204);

    assertThat(list("?unapproved=true&request=" + request)).isEmpty();
    List<Map<String, Object>> entries = list("?request=" + request);
    assertThat(entries).hasSize(2);
    assertThat(entries.get(0))
        .containsEntry("action", "approved")
        .containsEntry("subject", "chief-3")
        .containsEntry("approves", opened.path("accessId"));
    assertThat(entries.get(1)).containsKey("approvedAt");
  }

  @Test
  void shouldApproveEmergenciesOnly() {
    String access = Intake.open(request, "work-on-need", specialist("north")).path("accessId");

    assertThat(approve("/v1/accesses/" + access + "/approval", tokens.ofAll())).isEqualTo(404);
  }

  @Test
  void shouldLimitHowMuchOneCallerOpens() {
    String hasty = tokens.of("operator", Map.of("sub", "hasty"));
    Response last = Intake.open(request, "call-back", hasty);
    for (int i = 0; i < 200 && last.statusCode() == 200; i++) {
      last = Intake.open(request, "call-back", hasty);
    }

    assertThat(Intake.problem(last)).isEqualTo("429 urn:okno:problem:too-many-openings");
    assertThat(Integer.parseInt(last.header("Retry-After"))).isBetween(1, 60);
    assertThat(
            Intake.open(request, "call-back", tokens.of("operator", Map.of("sub", "calm")))
                .statusCode())
        .isEqualTo(200);
  }

  private long entries() {
    return tables.count("access_entry where request_id = ?", UUID.fromString(request));
  }

  private static List<Map<String, Object>> list(String query) {
    return requireNonNull(Intake.get("/v1/accesses" + query).path("items"));
  }

  private static int approve(String path, String token) {
    return given().header("Authorization", "Bearer " + token).post(path).statusCode();
  }

  private String specialist(String agency) {
    return tokens.ofSpecialist(agency);
  }

  private String head(String agency, String subject) {
    return tokens.of("head-of-agency", Map.of("sub", subject, "agency", agency));
  }
}
