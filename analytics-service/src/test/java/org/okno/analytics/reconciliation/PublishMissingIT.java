package org.okno.analytics.reconciliation;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.okno.analytics.summary.ShownRecountRepository;
import org.okno.contracts.TerritoryRef;
import org.okno.testkit.Await;
import org.okno.testkit.EventTopics;
import org.okno.testkit.SampleRequest;
import org.okno.testkit.ServiceEngines;

/** What intake accepted and the summary lacks is published again, and nothing else. */
@QuarkusTest
@QuarkusTestResource(
    value = ServiceEngines.class,
    initArgs = @ResourceArg(name = "service", value = "analytics"))
@Timeout(120)
@SuppressWarnings("NullAway.Init") // the engines are injected
class PublishMissingIT {
  private static final ZoneId ZONE = ZoneId.of("Europe/Samara");
  private static final Instant NOW = Instant.now();
  private static final LocalDate TODAY = LocalDate.ofInstant(NOW, ZONE);

  @Inject Reconcile reconcile;
  @Inject CompareWithIntake compare;
  @Inject ReconciliationRepository repository;
  @Inject ShownRecountRepository shownRecount;
  @Inject @RestClient IntakeCounts client;

  EventTopics topics;

  private MeterRegistry own;
  private PublishMissing publishMissing;

  @BeforeEach
  void start() {
    own = new SimpleMeterRegistry();
    publishMissing = new PublishMissing(compare, repository, client, shownRecount, own);
  }

  @AfterEach
  void intakeIsAway() {
    intake().accepted = null;
    intake().published.clear();
  }

  @Test
  void shouldHaveIntakePublishADayThatLacksARequest() throws InterruptedException {
    SampleRequest counted = request("lacks");
    SampleRequest lost = request("lacks");
    topics.send(counted.submitted());
    topics.send(counted.routed("a1", Duration.ofMinutes(1)));
    intake().accepted = List.of(new ChannelCount(TODAY, "lacks", 2, 2));
    awaitCounted("lacks", 1);

    assertThat(reconcile.now().balanced()).isFalse();
    assertThat(differences("lacks")).containsExactly(new Difference(TODAY, "lacks", 2, 1, 2, 1));
    publishMissing.run();
    assertThat(intake().published).as("it may be on its way").isEmpty();
    publishMissing.run();
    assertThat(intake().published).containsExactly(TODAY + " lacks");
    assertThat(uncounted()).isZero();
    publishMissing.run();
    assertThat(uncounted()).as("published again, and not counted yet").isEqualTo(1);

    topics.send(lost.submitted());
    topics.send(lost.routed("a1", Duration.ofMinutes(1)));
    awaitCounted("lacks", 2);
    assertThat(differences("lacks")).isEmpty();
    intake().published.clear();
    publishMissing.run();
    assertThat(intake().published).isEmpty();
    assertThat(uncounted()).isZero();
  }

  @Test
  void shouldHaveIntakePublishADayThatLacksADecision() {
    topics.send(request("undecided").submitted());
    intake().accepted = List.of(new ChannelCount(TODAY, "undecided", 1, 1));
    awaitCounted("undecided", 1);

    publishMissing.run();
    publishMissing.run();

    assertThat(intake().published).containsExactly(TODAY + " undecided");
  }

  private List<Difference> differences(String channel) throws InterruptedException {
    return requireNonNull(reconcile.now().differences()).stream()
        .filter(difference -> difference.channel().equals(channel))
        .toList();
  }

  private double uncounted() {
    return own.get("okno.reconciliation.uncounted").gauge().value();
  }

  private FakeIntake intake() {
    return (FakeIntake) client;
  }

  private void awaitCounted(String channel, long requests) {
    Await.until(
        () ->
            repository.counted(TODAY, TODAY).stream()
                .anyMatch(it -> it.channel().equals(channel) && it.requests() == requests));
  }

  private static SampleRequest request(String channel) {
    return SampleRequest.of(new TerritoryRef("02701301", ZONE.getId()), channel, NOW, "food");
  }
}
