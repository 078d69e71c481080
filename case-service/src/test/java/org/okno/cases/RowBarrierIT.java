package org.okno.cases;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.okno.cases.needs.CaseRepository;
import org.okno.contracts.DirectoryEvent.AgencyPublished;
import org.okno.contracts.DirectoryEvent.TerritoryPublished;
import org.okno.contracts.TerritoryRef;
import org.okno.identity.CurrentCaller;
import org.okno.identity.Rows;
import org.okno.testkit.Await;
import org.okno.testkit.SampleRequest;
import org.okno.testkit.ServiceRights;

/** PostgreSQL shows a caller no foreign row, whatever the statement says. */
@QuarkusTest
class RowBarrierIT extends CaseFlow {
  private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");
  private static final SampleRequest OWN = in("barrier-village");
  private static final SampleRequest FOREIGN = in("barrier-elsewhere");
  private static final List<String> TABLES =
      List.of("cases", "need", "deadline", "referral", "programme", "journal");

  private final ServiceRights rights = new ServiceRights("case");
  @Inject Jdbi jdbi;
  @Inject CaseRepository cases;
  @Inject CurrentCaller current;

  @BeforeEach
  void openCases() {
    if (tables.count("cases where territory = 'barrier-village'") == 0) {
      topics.sendAll(
          List.of(
              territory("barrier-district", null),
              territory("barrier-village", "barrier-district"),
              territory("barrier-elsewhere", null)));
      Await.until(() -> tables.count("territory where code like 'barrier-%'") >= 3);
      topics.send(new AgencyPublished("barrier-asked", "Asked", AT, 1L, null, null));
      Await.until(() -> tables.count("agency where id = 'barrier-asked'") == 1);
      open(OWN.routed("barrier-own"), OWN);
      open(FOREIGN.routed("barrier-other"), FOREIGN);
      refer(OWN, "barrier-own");
      refer(FOREIGN, "barrier-other");
      plan(OWN, "barrier-own");
      plan(FOREIGN, "barrier-other");
    }
  }

  private void refer(SampleRequest request, String agency) {
    given()
        .header("Authorization", "Bearer " + tokens.ofSpecialist(agency))
        .contentType("application/json")
        .body(
            """
            {"toAgency": "barrier-asked", "purpose": "advise", "parts": ["name"], "endsAt": "%s",
             "consent": {"how": "by-phone", "givenAt": "2026-01-01T00:00:00Z"}}
            """
                .formatted(Instant.now().plusSeconds(86_400)))
        .post(path(request, 0) + "/referrals")
        .then()
        .statusCode(201);
  }

  private void plan(SampleRequest request, String agency) {
    given()
        .header("Authorization", "Bearer " + tokens.ofSpecialist(agency))
        .contentType("application/json")
        .body(
            """
            {"goals": ["stable-income"], "reviewOn": "2090-01-01", "steps": [
              {"number": 1, "step": "food-aid", "agency": "barrier-asked", "dueOn": "2090-02-01"}]}
            """)
        .post("/v1/cases/" + request.id() + "/programme")
        .then()
        .statusCode(201);
  }

  @ParameterizedTest
  @CsvSource({"agency:barrier-own, 1", "channel:barrier-line, 1", "agency:nobody, 0", "'', 0"})
  void shouldShowWhoIsToldTheirOwnOnly(String rows, int number) {
    tables.execute(
        """
        insert into subscription (id, agency_id, channel, url, secret, types, created_at)
        select gen_random_uuid(), agency, channel, 'http://127.0.0.1:1', 'secret', '{}', now()
        from (values ('barrier-own', null), ('barrier-other', null), (null, 'barrier-line')) as t(agency, channel)
        on conflict do nothing
        """);
    tables.execute(
        """
        insert into notification (event_id, type, at, request_id, agencies, channel, territory)
        select id, 'x', now(), id, array[agency], channel, 'barrier-elsewhere'
        from (values ('00000000-0000-0000-0000-00000000000a'::uuid, 'barrier-own', 'x'),
          ('00000000-0000-0000-0000-00000000000b'::uuid, 'barrier-x', 'barrier-line')) as t(id, agency, channel)
        on conflict do nothing
        """);

    assertThat(rights.rows(rows, "select 1 from subscription")).hasSize(number);
    assertThat(rights.rows(rows, "select 1 from notification where type = 'x'")).hasSize(number);
  }

  @Test
  void shouldShowTheAgencyThatIsAskedTheReferralAndTheCaseOnceItAccepted() {
    assertThat(rights.rows("agency:barrier-asked", "select request_id::text from referral"))
        .containsExactlyInAnyOrder(OWN.id().toString(), FOREIGN.id().toString());
    assertThat(rights.rows("agency:barrier-asked", "select 1 from cases")).isEmpty();

    tables.execute(
        "update referral set status = 'accepted', accepted_at = now() where request_id = '%s'"
            .formatted(OWN.id()));
    assertThat(rights.rows("agency:barrier-asked", "select request_id::text from cases"))
        .containsExactly(OWN.id().toString());

    tables.execute(
        "update referral set ends_at = ends_at - interval '9600 hours' where to_agency_id = 'barrier-asked'");
    assertThat(rights.rows("agency:barrier-asked", "select 1 from cases")).isEmpty();
    // A rebuild in the same run compares the rows with their events.
    tables.execute(
        "update referral set status = 'made', accepted_at = null, ends_at = ends_at + interval '9600 hours'"
            + " where to_agency_id = 'barrier-asked'");
  }

  @ParameterizedTest
  @CsvSource({"agency:barrier-own", "territory:barrier-village", "territory:barrier-district"})
  void shouldShowOwnRowsOfEachTableWithoutAnyCondition(String rows) {
    for (String table : TABLES) {
      assertThat(rights.rows(rows, "select distinct %s::text from %s".formatted(key(table), table)))
          .as(table)
          .containsExactly(OWN.id().toString());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "''",
    "channel:hotline",
    "agency:nobody",
    "territory:nowhere",
    "agency:",
    "territory:",
    "all"
  })
  void shouldShowNothingToASessionThatIsLimitedToNothing(String rows) {
    for (String table : TABLES) {
      assertThat(rights.rows(rows, "select 1 from " + table)).as(table).isEmpty();
    }
  }

  @Test
  void shouldRefuseTheServiceWhateverIsNotItsOwn() {
    assertThat(rights.refusals("cases").values()).containsOnly(ServiceRights.REFUSED);
  }

  @Test
  @ActivateRequestContext
  void shouldCatchAStatementThatLacksItsCondition() {
    current.set(new Rows.OfAgency("barrier-own"));

    assertThat(cases.find(OWN.id(), new Rows.All())).isPresent();
    assertThat(cases.find(FOREIGN.id(), new Rows.All())).isEmpty();
  }

  @Test
  void shouldShowNothingToARequestThatTheAccessFilterDidNotSee() throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(
                  URI.create("http://127.0.0.1:%d/v1/cases".formatted(RestAssured.port)))
              .header(LookBeforeAccess.HEADER, "1")
              .build();

      assertThat(http.send(request, BodyHandlers.ofString()).body()).isEqualTo("0");
    }
  }

  @Test
  @ActivateRequestContext
  void shouldLimitNoTransactionByTheOneBeforeIt() {
    for (int i = 0; i < 100; i++) {
      current.set(new Rows.OfAgency("barrier-own"));
      assertThatThrownBy(
              () ->
                  QuarkusTransaction.requiringNew()
                      .run(
                          () -> {
                            assertThat(visible()).containsExactly(OWN.id());
                            throw new IllegalArgumentException("rolled back");
                          }))
          .hasMessage("rolled back");
      assertThat(visible()).containsExactly(OWN.id());

      current.set(new Rows.OfAgency("barrier-other"));
      assertThat(visible()).containsExactly(FOREIGN.id());
      current.set(new Rows.All());
      assertThat(visible()).contains(OWN.id(), FOREIGN.id());
    }
  }

  private List<UUID> visible() {
    return jdbi.withHandle(
        handle -> handle.createQuery("select request_id from cases").mapTo(UUID.class).list());
  }

  private static String key(String table) {
    return table.equals("journal") ? "event_key" : "request_id";
  }

  private static SampleRequest in(String territory) {
    return SampleRequest.of(
        new TerritoryRef(territory, "Europe/Samara"), "hotline", AT, "food", "legal");
  }

  private static TerritoryPublished territory(String code, @Nullable String parent) {
    return new TerritoryPublished(code, code, "district", parent, "Europe/Samara", AT, 1L, null);
  }
}
