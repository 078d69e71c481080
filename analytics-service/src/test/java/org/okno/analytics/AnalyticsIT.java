package org.okno.analytics;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.okno.contracts.Topics;
import org.okno.messaging.DeadLetter;
import org.okno.testkit.EventTopics;
import org.okno.testkit.SampleRequest;

@QuarkusTest
class AnalyticsIT extends SummaryFlow {
  private static final Duration HOUR = Duration.ofHours(1);

  @Test
  void shouldShowTheEventsOfARequestAsRowsInJsonAndCsv() {
    SampleRequest request = request("shown", "2026-03-02T08:00:00Z", "food", "legal");
    send(request.submitted(), request.routed("a1", HOUR));
    send(request.accepted("a1", HOUR.multipliedBy(2)));
    String path = "/v1/daily-summaries?territory=shown&from=2026-03-01&to=2026-03-31";

    // Rows come from several partitions, so each at its own time.
    JsonPath rows =
        await(
            path,
            it ->
                it.getList("items.received").equals(List.of(1, 1, 0, 0))
                    && it.getList("items.routed").equals(List.of(0, 0, 1, 1))
                    && it.getList("items.accepted", Integer.class).contains(1));

    assertThat(rows.getList("items.agency")).containsExactly(null, null, "a1", "a1");
    assertThat(rows.getList("items.need")).containsExactly("food", "legal", "food", "legal");
    assertThat(rows.getList("items.requests")).containsExactly(1, 0, 0, 0);
    assertThat(rows.getList("items.openAtEnd")).containsExactly(0, 0, 1, 1);
    assertThat(rows.getString("items[2].day")).isEqualTo("2026-03-02");
    assertThat(rows.getDouble("items[2].toDecision.medianSeconds")).isBetween(3564.0, 3636.0);
    Response csv = given().accept("text/csv").get(path);
    assertThat(csv.contentType()).isEqualToIgnoringCase("text/csv;charset=utf-8");
    assertThat(csv.asString().lines()).hasSize(5);
    assertThat(csv.asString())
        .startsWith("day,territory,agency,")
        .contains("\r\n", ",toAcceptanceMedianSeconds,");
    assertThat(csv.header("Content-Disposition"))
        .contains("daily-summary-2026-03-01-to-2026-03-31.csv");
    assertThat(given().get(path + "&format=csv").asString()).isEqualTo(csv.asString());
  }

  @Test
  void shouldGoThroughAllRowsPageByPage() {
    for (String need : List.of("food", "legal", "medicine", "housing", "work")) {
      send(request("paged", "2026-03-02T08:00:00Z", need).submitted());
    }
    String path = "/v1/daily-summaries?territory=paged&from=2026-03-01&to=2026-03-31";
    await(path, it -> it.getList("items").size() == 5);

    List<String> needs = new ArrayList<>();
    String next = path + "&limit=2";
    while (next != null) {
      Response page = given().urlEncodingEnabled(false).get(next);
      needs.addAll(page.jsonPath().getList("items.need"));
      String link = page.header("Link");
      next = link == null ? null : link.substring(1, link.indexOf('>'));
    }

    assertThat(needs).containsExactly("food", "housing", "legal", "medicine", "work");
  }

  @Test
  void shouldSumCountsAndCarryStocks() {
    SampleRequest first = request("summed", "2026-03-02T08:00:00Z", "food");
    SampleRequest second = request("summed", "2026-03-03T08:00:00Z", "legal");
    send(first.submitted(), first.held(HOUR), second.submitted(), second.held(HOUR));
    send(first.rerouted("a1", Duration.ofDays(2)));
    String path = "/v1/daily-summaries/totals?territory=summed&to=2026-03-31";

    JsonPath days =
        await(
            path + "&from=2026-03-01", it -> it.getList("items.inTriage").equals(List.of(1, 2, 1)));
    assertThat(days.getList("items.of")).containsExactly("2026-03-02", "2026-03-03", "2026-03-04");
    assertThat(days.getList("items.requests")).containsExactly(1, 1, 0);
    // What the range begins with is carried into it.
    assertThat(given().get(path + "&from=2026-03-04").jsonPath().getList("items.inTriage"))
        .containsExactly(1);

    JsonPath needs =
        await(
            path + "&from=2026-03-01&by=need",
            it -> it.getList("items.routed").equals(List.of(1, 0)));
    assertThat(needs.getList("items.of")).containsExactly("food", "legal");
    assertThat(needs.getList("items.inTriage")).containsExactly(0, 1);
  }

  @Test
  void shouldAddUpToTheSameSumsHoweverTheyAreGrouped() {
    SampleRequest first = request("adds-up", "2026-03-02T08:00:00Z", "food", "legal");
    SampleRequest second = request("adds-up", "2026-03-03T08:00:00Z", "food");
    send(first.submitted(), first.routed("a1", HOUR), second.submitted(), second.held(HOUR));
    send(first.accepted("a1", HOUR.multipliedBy(2)), first.resolved("a1", Duration.ofDays(1)));
    String path = "/v1/daily-summaries/totals?territory=adds-up&from=2026-03-01&to=2026-03-31&by=";
    await(
        path + "day",
        it ->
            sum(it, "received") == 3
                && sum(it, "routed") == 2
                && sum(it, "resolved") == 1
                && it.getInt("items[-1].inTriage") == 1);

    for (String by : List.of("day", "territory", "agency", "channel", "need")) {
      JsonPath totals = given().get(path + by).jsonPath();
      assertThat(sum(totals, "requests")).as(by).isEqualTo(2);
      assertThat(sum(totals, "received")).as(by).isEqualTo(3);
      assertThat(sum(totals, "routed")).as(by).isEqualTo(2);
      assertThat(sum(totals, "accepted")).as(by).isEqualTo(1);
      assertThat(sum(totals, "resolved")).as(by).isEqualTo(1);
      if (by.equals("day")) {
        assertThat(totals.getInt("items[-1].inTriage")).isEqualTo(1);
        assertThat(totals.getInt("items[-1].openAtEnd")).isEqualTo(1);
      } else {
        assertThat(sum(totals, "inTriage")).as(by).isEqualTo(1);
        assertThat(sum(totals, "openAtEnd")).as(by).isEqualTo(1);
      }
    }
  }

  private static int sum(JsonPath totals, String count) {
    return totals.getList("items." + count, Integer.class).stream().mapToInt(it -> it).sum();
  }

  @Test
  void shouldStateTheDaysWhereTheReaderNamesNone() {
    for (String path : List.of("/v1/daily-summaries", "/v1/daily-summaries/totals")) {
      JsonPath page = given().get(path).jsonPath();
      LocalDate to = LocalDate.parse(page.getString("to"));

      assertThat(LocalDate.parse(page.getString("from"))).isEqualTo(to.minusDays(30));
      assertThat(to)
          .isBetween(LocalDate.now(ZoneOffset.UTC), LocalDate.now(ZoneOffset.UTC).plusDays(1));
    }
  }

  @Test
  void shouldProveThatNothingWasLost() {
    JsonPath before = awaitSettled(0);
    for (int i = 0; i < 20; i++) {
      SampleRequest request = request("proven", "2026-03-02T08:00:00Z", "food");
      send(request.submitted(), i % 4 == 0 ? request.held(HOUR) : request.routed("a1", HOUR));
      if (i == 0) {
        send(request.withdrawnFromTriage(0, HOUR.multipliedBy(2)));
      } else if (i == 1) {
        send(request.withdrawnFrom("a1", HOUR.multipliedBy(2)));
      }
    }

    JsonPath proof = awaitSettled(before.getLong("requests") + 20);

    assertThat(grown(proof, before, "requests")).isEqualTo(20);
    assertThat(grown(proof, before, "received")).isEqualTo(20);
    assertThat(grown(proof, before, "routed")).isEqualTo(15);
    assertThat(grown(proof, before, "inTriage")).isEqualTo(4);
    assertThat(grown(proof, before, "withdrawn")).as("from triage").isEqualTo(1);
    // Other tests of this class ask for what they never route.
    assertThat(proof.getBoolean("balanced"))
        .isEqualTo(
            proof.getLong("received")
                == proof.getLong("routed")
                    + proof.getLong("inTriage")
                    + proof.getLong("withdrawn"));
    assertThat(proof.getMap("lag").values()).containsOnly(0);
  }

  @Test
  void shouldDeadLetterWhatCannotBeReadAndCountTheNext() {
    SampleRequest request = request("aside", "2026-03-02T08:00:00Z", "food");
    topics.sendUnreadable(request.submitted());
    topics.send(request.submitted());

    await(
        "/v1/daily-summaries?territory=aside&from=2026-03-02&to=2026-03-02",
        it -> it.getList("items.received", Integer.class).contains(1));
    assertThat(topics.deadLetters("analytics", Topics.QUESTIONNAIRES))
        .filteredOn(record -> request.id().toString().equals(record.key()))
        .singleElement()
        .satisfies(
            record ->
                assertThat(EventTopics.header(record, DeadLetter.REASON))
                    .startsWith("data does not fit"));
    assertThat(given().get("/q/metrics").asString())
        .containsPattern("okno_consumer_records_total\\{.*outcome=\"dead-lettered\"");
  }

  @Test
  void shouldBeReadyAndDescribed() {
    await("/q/health/ready", it -> it.getString("status").equals("UP"));
    assertThat(given().get("/q/openapi?format=json").asString()).contains("/v1/reconciliation");
    assertThat(given().get("/").asString()).contains("/v1/daily-summaries/totals");
  }

  private static long grown(JsonPath now, JsonPath before, String count) {
    return now.getLong(count) - before.getLong(count);
  }
}
