package org.okno.cases.rebuild;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.okno.cases.CaseFlow;
import org.okno.contracts.DirectoryEvent.AgencyPublished;
import org.okno.contracts.IntakeEvent.PersonErased;
import org.okno.testkit.Await;
import org.okno.testkit.SampleRequest;

/**
 * Decisions and journal on the topics make the tables again; this test publishes as Connect does.
 */
@QuarkusTest
class RebuildIT extends CaseFlow {
  /** What keeps foreign rows from callers: rights, and policies that are enforced. */
  private static final String BARRIER =
      """
      select concat_ws(' ', c.relname, c.relrowsecurity, p.policyname, p.roles, p.cmd, p.qual)
      from pg_class c left join pg_policies p on p.tablename = c.relname
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
      union all
      select concat_ws(' ', table_name, grantee, privilege_type) from information_schema.role_table_grants
      where table_schema = 'public' order by 1
      """;

  @Test
  void shouldRebuildEveryTableFromTheTopicsWithoutADifference() throws Exception {
    SampleRequest settled = SampleRequest.of("food", "legal \\ \t \"quoted\"");
    SampleRequest held = SampleRequest.of("food", "legal");
    SampleRequest erased = SampleRequest.of("food");
    open(settled.routed("a"), settled);
    open(held.heldButFirst("a"), held);
    open(erased.routed("a"), erased);
    topics.send(held.rerouted(1, "b", seconds(30)));
    topics.send(new PersonErased(erased.questionnaire().applicantId(), Instant.now(), null));
    post(settled, 0, "acceptance", "*", "{}");
    post(settled, 0, "resolution", "*", "{\"outcome\": \"helped\"}");
    post(settled, 1, "decline", "*", "{\"reason\": \"no-capacity\"}");
    SampleRequest moved = SampleRequest.of("food", "legal");
    open(moved.routed("a"), moved);
    for (int need = 0; need < 2; need++) {
      post(moved, need, "claim", "*", "{}");
      post(moved, need, "acceptance", "*", "{}");
      post(moved, need, "start", "*", "{}");
      post(moved, need, "pause", "*", "{}");
    }
    post(moved, 0, "resumption", "*", "{}");
    post(moved, 0, "resolution", "*", "{\"outcome\": \"helped\"}");
    post(moved, 0, "reopening", "*", "{\"reason\": \"came-back\"}");
    SampleRequest returned = SampleRequest.of("food", "legal");
    open(returned.routed("a"), returned);
    post(returned, 1, "decline", "*", "{\"reason\": \"not-eligible\"}");
    SampleRequest withdrawn = SampleRequest.of("food", "legal", "housing");
    open(withdrawn.heldButFirst("a"), withdrawn);
    topics.send(withdrawn.rerouted(1, "b", seconds(30)));
    Await.until(() -> needOf(withdrawn, 1).jsonPath().getString("agency.id") != null);
    post(withdrawn, 1, "acceptance", "*", "{}");
    post(withdrawn, 1, "start", "*", "{}");
    topics.send(withdrawn.withdrawalPassedOn(Duration.ofHours(1)));
    topics.send(withdrawn.withdrawnFromTriage(2, Duration.ofHours(1)));
    Await.until(() -> journal(withdrawn).contains("need-withdrawn"));
    SampleRequest corrected = SampleRequest.of("food", "legal");
    open(corrected.routed("a"), corrected);
    topics.send(
        corrected.correctionPassedOn(corrected.corrected("housing"), "c", Duration.ofHours(1)));
    Await.until(() -> journal(corrected).contains("case-corrected"));
    SampleRequest late = SampleRequest.of("food");
    open(late.routed("a", Duration.ofHours(-60)), late);
    SampleRequest referred = SampleRequest.of("food", "legal");
    open(referred.routed("a"), referred);
    refer(referred, "asked");
    plan(referred, "asked");
    Await.until(() -> journal(late).size() == 6);
    Await.until(() -> tables.count("erased_person") > 0);
    awaitAllHandled();
    assertThat(run("--dry-run", "--timeout=0")).as("the journal is not published").isEqualTo(1);

    publishJournal("");

    assertThat(run("--dry-run", "--timeout=10")).as("rows differ").isZero();
    List<String> before = tables.strings("select t::text from need t order by 1");
    List<String> history = history();
    List<String> barrier = tables.strings(BARRIER);
    assertThat(history).anyMatch(event -> event.contains("specialist-of-a"));
    assertThat(run("--replace")).isZero();
    assertThat(history()).as("who did what").isEqualTo(history);
    assertThat(tables.strings(BARRIER)).isEqualTo(barrier).hasSizeGreaterThan(10);
    assertThat(tables.strings("select t::text from need t order by 1")).isEqualTo(before);
    SampleRequest next = SampleRequest.of("food");
    open(next.routed("a"), next);
  }

  /** Both needs, of which one is accepted and withdrawn, and one is declined. */
  private void refer(SampleRequest request, String agency) {
    topics.send(new AgencyPublished(agency, "Asked \\ \t agency", Instant.now(), 1L, null, null));
    Await.until(() -> tables.count("agency where id = '%s'".formatted(agency)) == 1);
    String terms =
        """
        {"toAgency": "%s", "purpose": "advise", "parts": ["name", "text"], "endsAt": "%s",
         "consent": {"how": "by-phone", "givenAt": "2026-01-01T00:00:00.123456Z"}}
        """
            .formatted(agency, Instant.now().plusSeconds(86_400));
    for (int need = 0; need < 2; need++) {
      String id = post(request, need, "referrals", null, terms).jsonPath().getString("referralId");
      answer(request, need, id, agency, need == 0 ? "acceptance" : "refusal");
    }
  }

  /** A programme that was revised, reviewed and completed, and another one that is drafted. */
  private void plan(SampleRequest request, String agency) {
    String plan =
        """
        {"goals": ["stable-income"], "reviewOn": "2090-01-01", "steps": [
          {"number": 1, "step": "food-aid", "agency": "%s", "dueOn": "2090-02-01"}]}
        """
            .formatted(agency);
    String consent = "\"consent\": {\"how\": \"online\", \"givenAt\": \"2026-01-01T00:00:00Z\"}";
    change(request, "POST", "", plan);
    change(request, "POST", "/consent", "{%s}".formatted(consent));
    change(
        request,
        "PUT",
        "",
        "{\"plan\": %s, \"reason\": \"correction\", %s}"
            .formatted(plan.replace("food-aid", "training"), consent));
    change(
        request,
        "POST",
        "/reviews",
        "{\"outcome\": \"on-track\", \"done\": [1], \"reviewOn\": \"2090-03-01\"}");
    change(request, "POST", "/completion", "{\"outcome\": \"goals-reached\"}");
    change(request, "POST", "", plan);
  }

  private void change(SampleRequest request, String method, String path, String body) {
    given()
        .header("Authorization", "Bearer " + tokens.ofSpecialist("a"))
        .header("If-Match", "*")
        .contentType("application/json")
        .body(body)
        .request(method, "/v1/cases/" + request.id() + "/programme" + path)
        .then()
        .statusCode(method.equals("POST") && path.isEmpty() ? 201 : 200);
  }

  private void answer(
      SampleRequest request, int need, String referral, String agency, String step) {
    for (String one : step.equals("refusal") ? List.of(step) : List.of(step, "withdrawal")) {
      given()
          .header("Authorization", "Bearer " + tokens.ofSpecialist(agency))
          .header("If-Match", "*")
          .contentType("application/json")
          .body(one.equals("refusal") ? "{\"reason\": \"duplicate\"}" : "{}")
          .post(path(request, need) + "/referrals/" + referral + "/" + one)
          .then()
          .statusCode(200);
    }
  }

  private List<String> history() {
    return tables.strings("select payload from journal order by event_id");
  }

  private static int run(String... arguments) throws InterruptedException {
    Map<String, String> environment = new HashMap<>();
    ConfigProvider.getConfig()
        .getPropertyNames()
        .forEach(
            name -> {
              if (name.matches("(QUARKUS_DATASOURCE|QUARKUS_FLYWAY|KAFKA)_[A-Z_]+")) {
                environment.put(name, setting(name));
              }
            });
    return Main.run(List.of(arguments), environment);
  }

  private static String setting(String name) {
    return ConfigProvider.getConfig().getValue(name, String.class);
  }
}
