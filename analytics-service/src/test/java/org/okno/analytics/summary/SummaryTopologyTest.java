package org.okno.analytics.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.okno.contracts.AnalyticsEvent.DailySummaryRevised;
import org.okno.contracts.AnalyticsEvent.Durations;
import org.okno.contracts.Questionnaire;
import org.okno.contracts.Topics;
import org.okno.messaging.EventIds;
import org.okno.testkit.SampleRequest;

class SummaryTopologyTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);

  private Driver driver;

  @BeforeEach
  void start() {
    driver = new Driver();
  }

  @AfterEach
  void stop() {
    driver.close();
  }

  @Test
  void shouldCountWhatCameInWithoutAnAgencyAndTheRestWithIt() {
    SampleRequest request =
        SampleRequest.of(
            Driver.SAMARA,
            "hotline",
            java.time.Instant.parse("2026-03-02T08:00:00Z"),
            "food",
            "legal");
    driver.pipe(request.submitted(), request.routed("a1", HOUR));
    driver.pipe(request.accepted("a1", HOUR.multipliedBy(2)));

    var rows = driver.rows();

    assertThat(rows.all()).hasSize(4);
    assertThat(rows.get("2026-03-02/36701000/-/hotline/food"))
        .returns(1L, DailySummaryRevised::requests)
        .returns(1L, DailySummaryRevised::received)
        .returns(0L, DailySummaryRevised::routed)
        .returns(null, DailySummaryRevised::agency);
    assertThat(rows.get("2026-03-02/36701000/-/hotline/legal"))
        .returns(0L, DailySummaryRevised::requests)
        .returns(1L, DailySummaryRevised::received);
    assertThat(rows.get("2026-03-02/36701000/a1/hotline/food"))
        .returns(0L, DailySummaryRevised::received)
        .returns(1L, DailySummaryRevised::routed)
        .returns(1L, DailySummaryRevised::accepted)
        .returns(1L, DailySummaryRevised::openAtEnd);
  }

  @Test
  void shouldCountAnUnclearNeedAsWhatADispatcherFoundFromItsAssignmentOn() {
    SampleRequest request =
        SampleRequest.of(
            Driver.SAMARA, "web", java.time.Instant.parse("2026-03-02T08:00:00Z"), "unclear");
    driver.pipe(request.submitted(), request.held(HOUR), request.found(0, "money", "a1", HOUR));

    var rows = driver.rows();

    assertThat(rows.get("2026-03-02/36701000/-/web/unclear"))
        .returns(1L, DailySummaryRevised::received)
        .returns(0L, DailySummaryRevised::inTriage)
        .returns(0L, DailySummaryRevised::routed);
    assertThat(rows.get("2026-03-02/36701000/a1/web/money"))
        .returns(1L, DailySummaryRevised::routed)
        .returns(1L, DailySummaryRevised::openAtEnd);
  }

  @Test
  void shouldGiveARecountedRowARevisionBehindAllBefore() {
    SampleRequest request =
        SampleRequest.of(
            Driver.SAMARA, "web", java.time.Instant.parse("2026-03-02T08:00:00Z"), "food");
    try (Driver recounting = new Driver(3)) {
      recounting.pipe(request.submitted(), request.held(DAY));

      var rows = recounting.rows();

      assertThat(rows.get("2026-03-02/36701000/-/web/food").revision())
          .isEqualTo(3_000_000_000_002L);
      assertThat(rows.get("2026-03-03/36701000/-/web/food").revision())
          .isEqualTo(3_000_000_000_001L);
      assertThat(rows.all().values()).allMatch(row -> Revisions.recountOf(row.revision()) == 3);
    }
  }

  @Test
  void shouldDropADuplicateByItsEventId() {
    SampleRequest request =
        SampleRequest.of(
            Driver.SAMARA, "web", java.time.Instant.parse("2026-03-02T08:00:00Z"), "food");
    UUID submitted = EventIds.next();
    UUID routed = EventIds.next();
    for (int i = 0; i < 3; i++) {
      driver.pipe(submitted, request.submitted());
      driver.pipe(routed, request.routed("a1", HOUR));
      driver.pass(DAY.multipliedBy(2));
    }

    var rows = driver.rows();

    assertThat(rows.get("2026-03-02/36701000/-/web/food").received()).isEqualTo(1);
    assertThat(rows.get("2026-03-02/36701000/a1/web/food").routed()).isEqualTo(1);
    assertThat(driver.count(Topics.DECISIONS, "duplicate")).isEqualTo(2);
  }

  @Test
  void shouldKnowADuplicateAfterYears() {
    SampleRequest request =
        SampleRequest.of(
            Driver.SAMARA, "web", java.time.Instant.parse("2026-03-02T08:00:00Z"), "food");
    UUID id = EventIds.next();
    driver.pipe(id, request.submitted());
    driver.pass(DAY.multipliedBy(5 * 365));
    // Event time goes on too.
    driver.pipe(
        SampleRequest.of(
                Driver.SAMARA, "web", java.time.Instant.parse("2031-03-02T08:00:00Z"), "food")
            .submitted());
    driver.pipe(id, request.submitted());

    assertThat(driver.rows().get("2026-03-02/36701000/-/web/food").received()).isEqualTo(1);
    assertThat(driver.count(Topics.QUESTIONNAIRES, "duplicate")).isEqualTo(1);
  }

  @Test
  void shouldCountAReplayedEventOnce() {
    SampleRequest request =
        SampleRequest.of(
            Driver.SAMARA, "web", java.time.Instant.parse("2026-03-02T08:00:00Z"), "food");
    UUID id = EventIds.next();
    driver.replay(id, request.submitted());
    driver.replay(id, request.submitted());
    driver.pipe(id, request.submitted());

    assertThat(driver.rows().get("2026-03-02/36701000/-/web/food").received()).isEqualTo(1);
  }

  @Test
  void shouldCountARequestOfAnImpossibleDateOnTheDayItCame() {
    Questionnaire sample =
        SampleRequest.of(
                Driver.SAMARA, "web", java.time.Instant.parse("2026-03-02T08:00:00Z"), "food")
            .questionnaire();
    SampleRequest request =
        new SampleRequest(
            new Questionnaire(
                sample.requestId(),
                sample.trackingNumber(),
                sample.channel(),
                java.time.Instant.EPOCH,
                sample.receivedAt(),
                sample.territory(),
                sample.applicantId(),
                sample.beneficiaryId(),
                sample.targetGroups(),
                sample.urgency(),
                sample.needs(),
                sample.sealed()));
    driver.pipe(
        request.submitted(),
        request.routed(
            "a1", Duration.between(java.time.Instant.EPOCH, sample.receivedAt().plusSeconds(9))));

    var rows = driver.rows();

    assertThat(rows.all()).hasSize(2);
    assertThat(rows.get("2026-03-02/36701000/-/web/food").received()).isEqualTo(1);
    // It is not known how long that took: not 56 years.
    assertThat(rows.get("2026-03-02/36701000/a1/web/food").toDecision())
        .isEqualTo(new Durations(0, 0));
  }

  @Test
  void shouldReviseARowVisiblyWhenAFactComesLate() {
    SampleRequest first =
        SampleRequest.of(
            Driver.SAMARA, "web", java.time.Instant.parse("2026-03-02T08:00:00Z"), "food");
    SampleRequest late =
        SampleRequest.of(
            Driver.SAMARA, "web", java.time.Instant.parse("2026-03-02T09:00:00Z"), "food");
    driver.pipe(first.submitted());
    var before = driver.rows().get("2026-03-02/36701000/-/web/food");
    driver.pipe(late.submitted());
    var after = driver.rows().get("2026-03-02/36701000/-/web/food");

    assertThat(after.received()).isEqualTo(before.received() + 1);
    assertThat(after.revision()).isGreaterThan(before.revision());
    assertThat(after.revisedAt()).isEqualTo(late.submitted().time());
  }

  @Test
  void shouldCarryStocksForwardThroughTheDaysThatAreThere() {
    SampleRequest early =
        SampleRequest.of(
            Driver.SAMARA, "web", java.time.Instant.parse("2026-03-02T08:00:00Z"), "food");
    SampleRequest later =
        SampleRequest.of(
            Driver.SAMARA, "web", java.time.Instant.parse("2026-03-04T08:00:00Z"), "food");
    driver.pipe(early.held(HOUR), later.held(HOUR));

    var rows = driver.rows();
    assertThat(rows.get("2026-03-02/36701000/-/web/food").inTriage()).isEqualTo(1);
    assertThat(rows.get("2026-03-04/36701000/-/web/food").inTriage()).isEqualTo(2);

    driver.pipe(early.rerouted("a1", DAY));

    rows = driver.rows();
    assertThat(rows.get("2026-03-03/36701000/-/web/food").inTriage()).isZero();
    assertThat(rows.get("2026-03-04/36701000/-/web/food").inTriage()).isEqualTo(1);
    assertThat(rows.get("2026-03-03/36701000/a1/web/food").openAtEnd()).isEqualTo(1);
    assertThat(rows.all()).doesNotContainKey("2026-03-02/36701000/-/web/food");
  }

  @Test
  void shouldCloseWhatIsResolvedOrDeclined() {
    SampleRequest helped =
        SampleRequest.of(
            Driver.SAMARA, "web", java.time.Instant.parse("2026-03-02T08:00:00Z"), "food");
    SampleRequest refused =
        SampleRequest.of(
            Driver.SAMARA, "web", java.time.Instant.parse("2026-03-02T08:00:00Z"), "food");
    driver.pipe(helped.routed("a1", HOUR), refused.routed("a1", HOUR));
    driver.pipe(helped.resolved("a1", DAY), refused.declined("a1", DAY.multipliedBy(2)));

    var rows = driver.rows();

    assertThat(rows.get("2026-03-02/36701000/a1/web/food").openAtEnd()).isEqualTo(2);
    assertThat(rows.get("2026-03-03/36701000/a1/web/food"))
        .returns(1L, DailySummaryRevised::resolved)
        .returns(1L, DailySummaryRevised::openAtEnd);
    assertThat(rows.get("2026-03-04/36701000/a1/web/food"))
        .returns(1L, DailySummaryRevised::declined)
        .returns(0L, DailySummaryRevised::openAtEnd);
  }

  @Test
  void shouldCountEachAgencyThatHadANeedAndBalanceWithWhatWasReturned() {
    SampleRequest request =
        SampleRequest.of(
            Driver.SAMARA, "web", java.time.Instant.parse("2026-03-02T08:00:00Z"), "food");
    var first = request.returned("a1", DAY);
    var second = request.returned("a2", DAY.multipliedBy(2));
    driver.pipe(request.submitted(), request.routed("a1", HOUR));
    driver.pipe(first, request.next(first, "a2"), second, request.heldAgain(second));

    var rows = driver.rows();

    assertThat(rows.get("2026-03-03/36701000/a1/web/food"))
        .returns(1L, DailySummaryRevised::declined)
        .returns(1L, DailySummaryRevised::returned)
        .returns(0L, DailySummaryRevised::openAtEnd);
    assertThat(rows.get("2026-03-04/36701000/-/web/food").inTriage()).isEqualTo(1);
    assertThat(rows.get("2026-03-04/36701000/a2/web/food").openAtEnd()).isZero();
    long routed = rows.all().values().stream().mapToLong(DailySummaryRevised::routed).sum();
    assertThat(routed + 1).as("received + returned = routed + in triage").isEqualTo(1 + 2);
  }

  @Test
  void shouldCountAWithdrawnNeedWhereItWasAndBalance() {
    Instant asked = Instant.parse("2026-03-02T08:00:00Z");
    SampleRequest waiting = SampleRequest.of(Driver.SAMARA, "web", asked, "food");
    SampleRequest assigned = SampleRequest.of(Driver.SAMARA, "web", asked, "food");
    driver.pipe(waiting.submitted(), waiting.held(HOUR), assigned.submitted());
    driver.pipe(assigned.routed("a1", HOUR));
    driver.pipe(waiting.withdrawn(DAY), waiting.withdrawalPassedOn(DAY));
    driver.pipe(waiting.withdrawnFromTriage(0, DAY), assigned.withdrawnFrom("a1", DAY));

    var rows = driver.rows();

    assertThat(rows.get("2026-03-03/36701000/-/web/food"))
        .returns(1L, DailySummaryRevised::withdrawn)
        .returns(0L, DailySummaryRevised::inTriage);
    assertThat(rows.get("2026-03-03/36701000/a1/web/food"))
        .returns(1L, DailySummaryRevised::withdrawn)
        .returns(0L, DailySummaryRevised::openAtEnd);
    long received = rows.all().values().stream().mapToLong(DailySummaryRevised::received).sum();
    long routed = rows.all().values().stream().mapToLong(DailySummaryRevised::routed).sum();
    assertThat(received).as("received = routed + in triage + withdrawn").isEqualTo(routed + 0 + 1);
  }

  @Test
  void shouldCountWhatACorrectionAddsOnTheDayOfTheRequestAndBalance() {
    SampleRequest request =
        SampleRequest.of(
            Driver.SAMARA, "web", Instant.parse("2026-03-02T08:00:00Z"), "food", "legal");
    SampleRequest now = request.corrected("housing");
    driver.pipe(request.submitted(), request.heldButFirst("a1"));
    driver.pipe(request.correctedTo(now, DAY), request.correctionPassedOn(now, "a2", DAY));
    driver.pipe(request.withdrawnFromTriage(1, DAY));

    var rows = driver.rows();

    assertThat(rows.get("2026-03-02/36701000/-/web/housing"))
        .returns(1L, DailySummaryRevised::received)
        .returns(0L, DailySummaryRevised::requests);
    assertThat(rows.get("2026-03-03/36701000/a2/web/housing").routed()).isEqualTo(1);
    assertThat(rows.get("2026-03-03/36701000/-/web/legal"))
        .returns(1L, DailySummaryRevised::withdrawn)
        .returns(0L, DailySummaryRevised::inTriage);
    long received = rows.all().values().stream().mapToLong(DailySummaryRevised::received).sum();
    long routed = rows.all().values().stream().mapToLong(DailySummaryRevised::routed).sum();
    assertThat(received).as("received = routed + withdrawn").isEqualTo(routed + 1).isEqualTo(3);
  }

  @Test
  void shouldCountAReopenedNeedAsOpenUntilItIsResolvedAgain() {
    SampleRequest request =
        SampleRequest.of(
            Driver.SAMARA, "web", java.time.Instant.parse("2026-03-02T08:00:00Z"), "food");
    driver.pipe(request.routed("a1", HOUR), request.resolved("a1", HOUR.multipliedBy(2)));
    driver.pipe(request.reopened("a1", DAY), request.resolved("a1", DAY.multipliedBy(2)));

    var rows = driver.rows();

    assertThat(rows.get("2026-03-02/36701000/a1/web/food").openAtEnd()).isZero();
    assertThat(rows.get("2026-03-03/36701000/a1/web/food"))
        .returns(1L, DailySummaryRevised::reopened)
        .returns(1L, DailySummaryRevised::openAtEnd);
    assertThat(rows.get("2026-03-04/36701000/a1/web/food"))
        .returns(1L, DailySummaryRevised::resolved)
        .returns(0L, DailySummaryRevised::openAtEnd);
  }

  @Test
  void shouldCountByTheCalendarDayOfTheTerritory() {
    // Samara is four hours ahead of UTC.
    driver.pipe(
        SampleRequest.of(
                Driver.SAMARA, "web", java.time.Instant.parse("2026-03-02T19:59:59Z"), "food")
            .submitted());
    driver.pipe(
        SampleRequest.of(
                Driver.SAMARA, "web", java.time.Instant.parse("2026-03-02T20:00:00Z"), "food")
            .submitted());

    assertThat(driver.emitted())
        .extracting(DailySummaryRevised::day)
        .containsExactlyInAnyOrder(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 3));
  }

  @Test
  void shouldTellMedianAndNinetiethPercentileWithinOnePercent() {
    for (int i = 1; i <= 100; i++) {
      SampleRequest request =
          SampleRequest.of(
              Driver.SAMARA, "web", java.time.Instant.parse("2026-03-02T08:00:00Z"), "food");
      driver.pipe(request.routed("a1", Duration.ofSeconds(i * 60L)));
    }

    var row = driver.rows().get("2026-03-02/36701000/a1/web/food");

    Durations toDecision = Objects.requireNonNull(row.toDecision());
    assertThat(toDecision.medianSeconds()).isBetween(50 * 60 * 0.99, 50 * 60 * 1.01);
    assertThat(toDecision.p90Seconds()).isBetween(90 * 60 * 0.99, 90 * 60 * 1.01);
    assertThat(row.toOutcome()).isNull();
  }

  @Test
  void shouldMeasureEachWaitFromTheAsking() {
    SampleRequest request =
        SampleRequest.of(
            Driver.SAMARA, "web", java.time.Instant.parse("2026-03-02T08:00:00Z"), "food");
    driver.pipe(request.routed("a1", Duration.ofSeconds(10)));
    driver.pipe(request.accepted("a1", Duration.ofSeconds(100)));
    driver.pipe(request.resolved("a1", Duration.ofSeconds(200)));

    assertThat(driver.rows().get("2026-03-02/36701000/a1/web/food"))
        .returns(new Durations(10, 10), DailySummaryRevised::toDecision)
        .returns(new Durations(100, 100), DailySummaryRevised::toAcceptance)
        .returns(new Durations(200, 200), DailySummaryRevised::toOutcome);
  }

  @Test
  void shouldTellABusyRowOnceBetweenTwoTellings() {
    for (int i = 0; i < 50; i++) {
      driver.pipe(
          SampleRequest.of(
                  Driver.SAMARA, "web", java.time.Instant.parse("2026-03-02T08:00:00Z"), "food")
              .submitted());
    }

    assertThat(driver.emitted())
        .singleElement()
        .returns(50L, DailySummaryRevised::received)
        .returns(100L, DailySummaryRevised::revision);
    assertThat(driver.emitted()).isEmpty();
  }
}
