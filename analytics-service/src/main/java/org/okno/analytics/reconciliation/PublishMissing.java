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
import org.okno.analytics.summary.ShownRecountRepository;
import org.okno.messaging.Failure;

/**
 * Has intake publish again what the summary lacks. What was accepted, or received, by the last time
 * must be counted, or decided, by now: so requests on their way are no difference, however busy the
 * flow is. Each consumer handles an event once, so a request that was only late is not doubled.
 *
 * <p>What lacks something still, the time after it was published again, lost its counts and not its
 * events: it is remembered as counted. Only a recount brings it back, and that is the operator's.
 */
@Singleton
class PublishMissing {
  private static final Logger LOG = Logger.getLogger(PublishMissing.class);

  private static final String ALTHOUGH_PUBLISHED =
      ", although they were published again: the counts were lost, count the summary anew"
          + " (docs/operations.md, 'The summary has lost counts')";

  private final CompareWithIntake compare;
  private final ReconciliationRepository repository;
  private final IntakeCounts intake;
  private final ShownRecountRepository shownRecount;
  private final AtomicInteger missing = new AtomicInteger();
  private final AtomicInteger uncounted = new AtomicInteger();
  private Set<DayOfChannel> published = Set.of();
  private List<ChannelCount> accepted = List.of();
  private Map<String, Long> toDecide = Map.of();

  PublishMissing(
      CompareWithIntake compare,
      ReconciliationRepository repository,
      @RestClient IntakeCounts intake,
      ShownRecountRepository shownRecount,
      MeterRegistry metrics) {
    this.compare = compare;
    this.repository = repository;
    this.intake = intake;
    this.shownRecount = shownRecount;
    metrics.gauge("okno.reconciliation.missing", missing);
    metrics.gauge("okno.reconciliation.uncounted", uncounted);
  }

  private record DayOfChannel(LocalDate day, String channel) {}

  /**
   * Compares with the last time; a failure is tried again the next time. Not during a recount: what
   * is shown then stands still.
   */
  @Scheduled(
      every = "{okno.analytics.reconciliation.every}",
      concurrentExecution = ConcurrentExecution.SKIP)
  void run() {
    try {
      if (shownRecount.isRecounting()) {
        return;
      }
      List<ChannelBalance> balances = repository.balances();
      publish(incomplete(balances));
      toDecide =
          balances.stream()
              .collect(Collectors.toMap(ChannelBalance::channel, ChannelBalance::toDecide));
      accepted = compare.accepted().orElse(accepted);
    } catch (RuntimeException e) {
      LOG.warnf("the summary could not be compared with intake: %s", Failure.describe(e));
    }
  }

  private Set<DayOfChannel> incomplete(List<ChannelBalance> balances) {
    Set<String> undecided =
        balances.stream()
            .filter(now -> now.decided() < toDecide.getOrDefault(now.channel(), 0L))
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
    uncounted.set((int) incomplete.stream().filter(published::contains).count());
    for (DayOfChannel part : incomplete) {
      LOG.errorf(
          "%s of %s lacks requests or decisions%s; published again",
          part.channel, part.day, published.contains(part) ? ALTHOUGH_PUBLISHED : "");
      intake.publish(part.day, part.channel);
    }
    published = incomplete;
  }
}
