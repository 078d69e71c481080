package org.okno.analytics.reconciliation;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;
import org.okno.messaging.Failure;

/**
 * Has intake publish again what the summary lacks. What was accepted, or received, by the last time
 * must be counted, or decided, by now: so requests on their way are no difference, however busy the
 * flow is. Each consumer handles an event once, so a request that was only late is not doubled.
 */
@Singleton
class PublishMissing {
  private static final Logger LOG = Logger.getLogger(PublishMissing.class);

  private final CompareWithIntake compare;
  private final ReconciliationRepository repository;
  private final IntakeCounts intake;
  private final AtomicInteger missing = new AtomicInteger();
  private List<ChannelCount> accepted = List.of();
  private Map<String, Long> received = Map.of();

  PublishMissing(
      CompareWithIntake compare,
      ReconciliationRepository repository,
      @RestClient IntakeCounts intake,
      MeterRegistry metrics) {
    this.compare = compare;
    this.repository = repository;
    this.intake = intake;
    metrics.gauge("okno.reconciliation.missing", missing);
  }

  private record DayOfChannel(LocalDate day, String channel) {}

  /** Compares with the last time; a failure is tried again the next time. */
  @Scheduled(
      every = "{okno.analytics.reconciliation.every}",
      concurrentExecution = ConcurrentExecution.SKIP)
  void run() {
    try {
      List<ChannelBalance> balances = repository.balances();
      publish(incomplete(balances));
      received =
          balances.stream()
              .collect(Collectors.toMap(ChannelBalance::channel, ChannelBalance::received));
      accepted = compare.accepted().orElse(accepted);
    } catch (RuntimeException e) {
      LOG.warnf("the summary could not be compared with intake: %s", Failure.describe(e));
    }
  }

  private Set<DayOfChannel> incomplete(List<ChannelBalance> balances) {
    Set<String> undecided =
        balances.stream()
            .filter(now -> now.decided() < received.getOrDefault(now.channel(), 0L))
            .map(ChannelBalance::channel)
            .collect(Collectors.toSet());
    return Stream.concat(
            compare.differences(accepted).stream()
                .filter(Difference::isMissing)
                .map(difference -> new DayOfChannel(difference.day(), difference.channel())),
            accepted.stream()
                .filter(count -> undecided.contains(count.channel()))
                .map(count -> new DayOfChannel(count.day(), count.channel())))
        .collect(Collectors.toSet());
  }

  private void publish(Set<DayOfChannel> incomplete) {
    missing.set(incomplete.size());
    for (DayOfChannel part : incomplete) {
      LOG.errorf("%s of %s lacks requests or decisions; published again", part.channel, part.day);
      intake.publish(part.day, part.channel);
    }
  }
}
