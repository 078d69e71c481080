package org.okno.analytics.recount;

import static io.restassured.RestAssured.given;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.streams.KafkaStreams;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.okno.analytics.reconciliation.ReadLag;
import org.okno.analytics.summary.Revisions;
import org.okno.analytics.summary.ShownRecountRepository;
import org.okno.analytics.summary.SummarySettings;
import org.okno.analytics.summary.SummaryTopology;
import org.okno.contracts.AnalyticsEvent.DailySummaryRevised;
import org.okno.contracts.Event;
import org.okno.contracts.TerritoryRef;
import org.okno.contracts.Topics;
import org.okno.engines.Folders;
import org.okno.messaging.ConsumerMetrics;
import org.okno.messaging.EventCodec;
import org.okno.testkit.Await;
import org.okno.testkit.EventTopics;
import org.okno.testkit.SampleRequest;
import org.okno.testkit.ServiceEngines;
import org.okno.testkit.Tables;

/**
 * What a broker does that loses power: the ids of counted events stay, their counts are lost. The
 * counting of the service is stopped for it, and done by applications of this test.
 */
@QuarkusTest
@TestProfile(RecountIT.OwnEngines.class)
@QuarkusTestResource(
    value = ServiceEngines.class,
    initArgs = @ResourceArg(name = "service", value = "analytics"))
@Timeout(240)
@SuppressWarnings("NullAway.Init") // injected
class RecountIT {
  private static final String ROWS = "/v1/daily-summaries?from=2026-03-01&to=2026-03-31&limit=1000";
  private static final Duration HOUR = Duration.ofHours(1);

  @Inject KafkaStreams ofTheService;
  @Inject EventCodec codec;
  @Inject MeterRegistry metrics;
  @Inject ShownRecountRepository shown;
  @Inject RecountRepository repository;
  @Inject RemoveRows removeRows;

  @Inject
  @Identifier("default-kafka-broker")
  Map<String, Object> kafka;

  @Inject
  @ConfigProperty(name = "kafka-streams.state.dir")
  Path state;

  EventTopics topics;
  Tables tables;

  private final Map<String, Long> expected = new TreeMap<>();

  @Test
  void shouldBringBackLostCountsAllAtOnce() throws Exception {
    Map<UUID, Event> before = send(20);
    awaitCounts();
    ofTheService.close();
    Map<String, Long> shownBefore = counts();
    loseCounts();

    try (KafkaStreams torn = counting(1)) {
      torn.start();
      send(70);
      before.forEach(topics::send);
      topics.send(notCountedByAnything(Revisions.before(1) + 3));
      Await.until(() -> sum(counts()) > sum(shownBefore) && isSettled());
    }
    Map<String, Long> tooLow = counts();
    assertThat(sum(tooLow)).as("what was sent again is known").isLessThan(sum(expected));
    assertThat(tooLow).containsKey("2026-03-09 nowhere - telephone received");

    try (KafkaStreams recounted = counting(2)) {
      recounted.start();
      FinishRecount finish =
          new FinishRecount(
              shown,
              repository,
              new ReadLag(kafka, application(2)),
              removeRows,
              new DeleteFormerCounts(kafka, application(2)),
              new Counting(2));
      while (shown.number() == 1) {
        assertThat(counts()).as("while it has not caught up").isEqualTo(tooLow);
        Thread.sleep(1500);
        finish.run();
      }
      assertThat(counts()).isEqualTo(expected);

      send(5);
      awaitCounts();
    }
    String removed = notCountedByAnything(1).key();
    assertThat(topics.withKey(Topics.DAILY_SUMMARY, removed).getLast().value()).isNull();
    assertThat(topics.deadLetters("analytics", Topics.DAILY_SUMMARY)).isEmpty();
    assertThat(internalTopics()).isNotEmpty().noneMatch(it -> it.startsWith(application(1)));
    assertThat(groups()).noneMatch(it -> it.equals(application(1)));
    showNeitherTwiceNorWhatALaterOneHasOvertaken();
  }

  private void showNeitherTwiceNorWhatALaterOneHasOvertaken() {
    assertThat(repository.show(2, RecountIT::removesNothing)).isTrue();

    topics.send(notCountedByAnything(Revisions.before(4) + 1));
    Await.until(() -> tables.count("recounted_summary") == 1);
    assertThat(repository.show(3, RecountIT::removesNothing)).isFalse();
    assertThat(shown.number()).isEqualTo(2);
    assertThat(counts()).isEqualTo(expected);
  }

  private static void removesNothing(List<String> keys) {
    throw new AssertionError("rows are removed");
  }

  /** Deletes the rows' changelogs and the local state. */
  private void loseCounts() throws ExecutionException, InterruptedException {
    try (Admin admin = Admin.create(kafka)) {
      admin
          .deleteTopics(
              List.of(application(1) + "-rows-changelog", application(1) + "-dirty-rows-changelog"))
          .all()
          .get();
    }
    Await.until(() -> internalTopics().stream().noneMatch(it -> it.contains("rows-changelog")));
    Folders.delete(state.resolve(application(1)));
  }

  private Set<String> internalTopics() throws ExecutionException, InterruptedException {
    try (Admin admin = Admin.create(kafka)) {
      Set<String> names = new TreeSet<>(admin.listTopics().names().get());
      names.removeIf(name -> !name.startsWith("okno-analytics"));
      return names;
    }
  }

  private Set<String> groups() throws ExecutionException, InterruptedException {
    try (Admin admin = Admin.create(kafka)) {
      return admin.listGroups().all().get().stream()
          .map(GroupListing::groupId)
          .collect(Collectors.toSet());
    }
  }

  /** Requests of some days and needs, each with its decision; expected from now on. */
  private Map<UUID, Event> send(int requests) {
    Map<UUID, Event> sent = new LinkedHashMap<>();
    for (int i = 0; i < requests; i++) {
      LocalDate day = LocalDate.parse("2026-03-02").plusDays(i % 3);
      String need = i % 2 == 0 ? "food" : "legal";
      SampleRequest request =
          SampleRequest.of(
              new TerritoryRef("torn", "Europe/Samara"),
              "web",
              Instant.parse(day + "T08:00:00Z"),
              need);
      for (Event event : List.of(request.submitted(), request.routed("a1", HOUR))) {
        sent.put(topics.send(event), event);
      }
      expect(day, "-", need, "requests");
      expect(day, "-", need, "received");
      expect(day, "a1", need, "routed");
    }
    return sent;
  }

  private void expect(LocalDate day, String agency, String need, String count) {
    expected.merge("%s torn %s %s %s".formatted(day, agency, need, count), 1L, Long::sum);
  }

  private static DailySummaryRevised notCountedByAnything(long revision) {
    return new DailySummaryRevised(
        LocalDate.parse("2026-03-09"),
        "nowhere",
        null,
        "web",
        "telephone",
        revision,
        0,
        1,
        0,
        0,
        0,
        0,
        0,
        0L,
        0L,
        0L,
        0,
        null,
        null,
        null,
        Instant.parse("2026-03-09T08:00:00Z"));
  }

  private void awaitCounts() {
    Await.untilAsserted(() -> assertThat(counts()).isEqualTo(expected));
  }

  private static boolean isSettled() {
    return given().get("/v1/reconciliation").jsonPath().getBoolean("settled");
  }

  /** The counts that are not 0 of all rows as readers see them. */
  private static Map<String, Long> counts() {
    JsonPath page = given().get(ROWS).jsonPath();
    Map<String, Long> counts = new TreeMap<>();
    for (Map<String, Object> row : page.<Map<String, Object>>getList("items")) {
      for (String count : List.of("requests", "received", "routed", "accepted", "resolved")) {
        long number = ((Number) requireNonNull(row.get(count))).longValue();
        if (number > 0) {
          counts.put(
              "%s %s %s %s %s"
                  .formatted(
                      row.get("day"),
                      row.get("territory"),
                      row.getOrDefault("agency", "-"),
                      row.get("need"),
                      count),
              number);
        }
      }
    }
    return counts;
  }

  private static long sum(Map<String, Long> counts) {
    return counts.values().stream().mapToLong(it -> it).sum();
  }

  private static String application(int recount) {
    return "okno-analytics-" + recount;
  }

  private KafkaStreams counting(int recount) {
    Properties config = new Properties();
    config.putAll(kafka);
    config.put("application.id", application(recount));
    config.put("state.dir", state.toString());
    config.put("processing.guarantee", "exactly_once_v2");
    config.put("commit.interval.ms", 100);
    config.put("auto.offset.reset", "earliest");
    config.put("consumer.internal.leave.group.on.close", true);
    return new KafkaStreams(
        SummaryTopology.build(
            new Counting(recount), codec, new ConsumerMetrics(metrics, SummaryTopology.CONSUMER)),
        config);
  }

  private record Counting(int recount) implements SummarySettings {
    @Override
    public Duration emitInterval() {
      return Duration.ofMillis(200);
    }
  }

  /** Its counting is stopped for good: no other test shares it. */
  public static final class OwnEngines implements QuarkusTestProfile {}
}
