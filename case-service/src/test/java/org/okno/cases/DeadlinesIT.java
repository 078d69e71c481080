package org.okno.cases;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.okno.cases.deadlines.Runners;
import org.okno.contracts.AllowedTime;
import org.okno.contracts.Assignment;
import org.okno.contracts.DirectoryEvent.AgencyPublished;
import org.okno.contracts.DirectoryEvent.TerritoryPublished;
import org.okno.contracts.RequestedNeed;
import org.okno.contracts.RoutingEvent.RequestRouted;
import org.okno.contracts.TerritoryRef;
import org.okno.testkit.Await;
import org.okno.testkit.SampleRequest;

/** Warnings and escalations of deadlines, by a clock that is moved. */
@QuarkusTest
class DeadlinesIT extends CaseFlow {
  /** -Dokno.deadlines=10000 takes more than a minute. */
  private static final int DUE_AT_ONCE = Integer.getInteger("okno.deadlines", 1_000);

  private static final AllowedTime HALF_AN_HOUR = new AllowedTime(30, "minutes");
  // Its further steps are beyond every clock of this class.
  private static final AllowedTime A_WEEK = new AllowedTime(7 * 24 * 60, "minutes");
  private static final AllowedTime A_DAY = new AllowedTime(24 * 60, "minutes");

  private final String suffix = UUID.randomUUID().toString();
  private final String agency = "late-" + suffix;
  private final String region = "late-region-" + suffix;
  @Inject Runners runners;

  @AfterEach
  void resetClock() {
    MovableClock.reset();
  }

  @Test
  void shouldEscalateWhatNobodyAcceptsUpToTheDutyOfficerWithinItsMinutes() throws Exception {
    topics.send(territory(region, null));
    topics.send(territory("late-town-" + suffix, region));
    SampleRequest request = in("late-town-" + suffix, 1);
    RequestRouted routed = routed(request, HALF_AN_HOUR, A_DAY);
    Instant start = routed.decidedAt();
    open(routed, request);

    assertThat(after(start, minutes(22), request)).containsExactly("case-opened");
    assertThat(queueItem().getString("respondBy")).isNotNull();
    assertThat(after(start, minutes(23), request)).last().isEqualTo("deadline-warned");
    assertThat(after(start, minutes(31), request))
        .endsWith("deadline-warned", "deadline-missed", "need-escalated");
    assertThat(escalations("coordinator", Map.of("territory", region), "")).hasSize(1);
    assertThat(escalations("coordinator", Map.of("territory", region), "?level=duty-officer"))
        .isEmpty();
    assertThat(after(start, minutes(38), request)).hasSize(5);
    assertThat(after(start, minutes(46), request)).hasSize(6);
    assertThat(after(start, minutes(300), request)).hasSize(6);

    assertThat(escalations("coordinator", Map.of("territory", region), "?level=duty-officer"))
        .containsExactly(request.need(0).id().toString());
    assertThat(escalations("coordinator", Map.of("territory", "elsewhere"), "")).isEmpty();
    assertThat(escalations("specialist", Map.of("agency", agency), "")).hasSize(1);
    assertThat(escalations("specialist", Map.of("agency", "another"), "")).isEmpty();
    assertThat(queueItem().getString("escalatedTo")).isEqualTo("duty-officer");
    assertThat(queueItem().getBoolean("overdue")).as("not settled yet is not late yet").isFalse();
    JsonPath history = given().get("/v1/cases/" + request.id()).jsonPath();
    assertThat(history.getList("history.deadline.escalatedTo"))
        .endsWith("head-of-agency", "level-above", "duty-officer");
    assertThat(history.getString("history[1].deadline.kind")).isEqualTo("response");

    post(request, 0, "acceptance", needOf(request, 0).header("ETag"), "{}");

    assertThat(escalations("specialist", Map.of("agency", agency), "")).isEmpty();
    assertThat(kinds(request)).containsExactly("resolution");
  }

  @Test
  void shouldTakeNoStepOfANeedThatIsSettled() throws Exception {
    SampleRequest request = in(region, 2);
    RequestRouted routed = routed(request, null, HALF_AN_HOUR);
    open(routed, request);
    post(request, 0, "acceptance", "*", "{}");
    post(request, 0, "resolution", "*", "{\"outcome\": \"helped\"}");
    post(request, 1, "decline", "*", "{\"reason\": \"duplicate\"}");

    assertThat(after(routed.decidedAt(), minutes(60), request)).last().isEqualTo("case-closed");
    assertThat(kinds(request)).isEmpty();
  }

  @Test
  void shouldStandStillWhileTheApplicantIsWaitedFor() throws Exception {
    SampleRequest request = in(region, 1);
    RequestRouted routed = routed(request, null, HALF_AN_HOUR);
    open(routed, request);
    for (String step : List.of("acceptance", "start", "pause")) {
      post(request, 0, step, "*", "{}");
    }
    String dueBefore = needOf(request, 0).jsonPath().getString("dueAt");

    assertThat(after(routed.decidedAt(), minutes(120), request)).last().isEqualTo("need-paused");
    post(request, 0, "resumption", "*", "{}");
    String dueAfter = needOf(request, 0).jsonPath().getString("dueAt");
    assertThat(Duration.between(Instant.parse(dueBefore), Instant.parse(dueAfter)))
        .isBetween(minutes(110), minutes(125));
    assertThat(after(routed.decidedAt(), minutes(140), request)).last().isEqualTo("need-resumed");
    assertThat(after(routed.decidedAt(), minutes(155), request))
        .contains("deadline-missed")
        .doesNotHaveDuplicates();

    post(request, 0, "resolution", "*", "{\"outcome\": \"helped\"}");
    assertThat(kinds(request)).isEmpty();
    post(request, 0, "reopening", "*", "{\"reason\": \"came-back\"}");
    assertThat(kinds(request)).containsExactly("resolution");
  }

  @Test
  void shouldCountWorkingTimeByTheHoursOfTheAgency() {
    String day = "Mo Tu We Th Fr Sa Su";
    topics.send(
        new AgencyPublished(
            agency,
            "Agency",
            Instant.now(),
            1L,
            null,
            Stream.of(day.split(" ")).map(one -> one + " 23:00-24:00").toList()));
    Await.until(() -> tables.count("agency where id = ?", agency) == 1);
    SampleRequest request = in(region, 1);

    JsonPath found = open(routed(request, null, new AllowedTime(60, "working-minutes")), request);

    assertThat(found.getString("needs[0].dueAt")).matches(".*T(20:00|19:[0-5]\\d):.*Z");
  }

  @Test
  void shouldEscalateWhatWaitsForADispatcher() throws Exception {
    SampleRequest request = in(region, 1);
    open(request.held(minutes(1)), request);
    tables.execute(
        "update deadline set step_at = now() - interval '1 s' where request_id = '%s'"
            .formatted(request.id()));

    runners.run(1);

    Await.until(() -> journal(request).contains("deadline-warned"));
    assertThat(kinds(request)).containsExactly("assignment");
  }

  @Test
  void shouldTakeEachStepOnceWhereManyAreDueAtOnceAndThereAreSeveralRunners() throws Exception {
    List<SampleRequest> requests =
        IntStream.range(0, DUE_AT_ONCE / 10).mapToObj(i -> in(region, 10)).toList();
    List<RequestRouted> decisions =
        requests.stream().map(one -> routed(one, null, A_WEEK)).toList();
    topics.sendAll(decisions);
    Await.until(
        () -> warnings("deadline d join need n on n.id = d.need_id and steps = 0") == DUE_AT_ONCE);
    MovableClock.moveTo(decisions.getLast().decidedAt().plus(Duration.ofHours(127)));

    long begin = System.nanoTime();
    runners.run(2);
    Await.until(
        () -> warnings("deadline d join need n on n.id = d.need_id and steps = 1") == DUE_AT_ONCE);
    System.out.printf(
        "%,d deadlines due at once: %.1f s%n", DUE_AT_ONCE, (System.nanoTime() - begin) / 1e9);

    String warned =
        "journal j join need n on n.request_id = j.event_key::uuid and n.id::text ="
            + " j.payload::jsonb #>> '{need,needId}' and j.type like '%deadline-warned%'";
    assertThat(warnings(warned)).isEqualTo(DUE_AT_ONCE);
    assertThat(
            tables.strings(
                "select count(distinct n.id) from " + warned + " where n.agency_id = ?", agency))
        .containsExactly(String.valueOf(DUE_AT_ONCE));
  }

  private long warnings(String from) {
    return tables.count(from + " where n.agency_id = ?", agency);
  }

  /** Types of the case's events once every step is taken that is due so long after its start. */
  private List<String> after(Instant start, Duration later, SampleRequest request)
      throws Exception {
    MovableClock.moveTo(start.plus(later));
    runners.run(1);
    Await.until(
        () ->
            tables.count(
                    "deadline where request_id = ? and step_at <= ?::timestamptz",
                    request.id(),
                    start.plus(later).toString())
                == 0);
    return journal(request);
  }

  private JsonPath queueItem() {
    return given().get("/v1/agencies/" + agency + "/cases").jsonPath().setRootPath("items[0]");
  }

  private List<String> escalations(String role, Map<String, String> claims, String query) {
    Map<String, String> all = new HashMap<>(claims);
    all.put("sub", "somebody");

    return given()
        .header("Authorization", "Bearer " + tokens.of(role, all))
        .get("/v1/escalations" + query)
        .jsonPath()
        .getList("items.needId");
  }

  private List<String> kinds(SampleRequest request) {
    return tables.strings("select kind from deadline where request_id = ?", request.id());
  }

  private RequestRouted routed(
      SampleRequest request, @Nullable AllowedTime respond, AllowedTime resolve) {
    return new RequestRouted(
        request.questionnaire(),
        request.questionnaire().needs().stream()
            .map(need -> assignment(need, respond, resolve))
            .toList(),
        request.routed(agency).decidedAt());
  }

  private Assignment assignment(
      RequestedNeed need, @Nullable AllowedTime respond, AllowedTime resolve) {
    Assignment one = SampleRequest.assignment(need, agency);
    return new Assignment(
        one.needId(),
        one.need(),
        one.agency(),
        one.rule(),
        one.ruleVersion(),
        one.reason(),
        one.respondWithinHours(),
        one.reasonParameters(),
        respond,
        resolve);
  }

  private static SampleRequest in(String territory, int needs) {
    return SampleRequest.of(
        new TerritoryRef(territory, "Europe/Samara"),
        "112",
        Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(minutes(3)),
        IntStream.range(0, needs).mapToObj(i -> "food").toArray(String[]::new));
  }

  private static TerritoryPublished territory(String code, @Nullable String parent) {
    return new TerritoryPublished(
        code, code, "district", parent, "Europe/Samara", Instant.EPOCH, 1L, null);
  }

  private static Duration minutes(long minutes) {
    return Duration.ofMinutes(minutes);
  }
}
