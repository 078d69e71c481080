package org.okno.intake.tracking;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.okno.intake.requests.AcceptedRepository;
import org.okno.messaging.EventIds;
import org.okno.messaging.Failure;
import org.okno.messaging.audit.PublishAgain;

/**
 * Finds accepted requests that no case answers, and withdrawals and corrections that their case has
 * not followed, and publishes their events again. Routing decides them again under the same ids of
 * decisions, so whatever was lost between here and the case is made up for, and nothing is doubled.
 */
@Singleton
class AuditCases {
  private static final Logger LOG = Logger.getLogger(AuditCases.class);
  private static final int MAX_AT_ONCE = 1_000;
  private static final int MAX_WATCHED = 10_000;
  private static final int MAX_DOUBLINGS = 8;

  private final TrackingRepository repository;
  private final AcceptedRepository accepted;
  private final PublishAgain publishAgain;
  private final CaseAuditSettings settings;
  private final Clock clock;
  private final Map<UUID, Overdue> overdue = new ConcurrentHashMap<>();
  private UUID checkedTo;
  private Instant changesCheckedTo;

  AuditCases(
      TrackingRepository repository,
      AcceptedRepository accepted,
      PublishAgain publishAgain,
      CaseAuditSettings settings,
      Clock clock,
      MeterRegistry metrics) {
    this.repository = repository;
    this.accepted = accepted;
    this.publishAgain = publishAgain;
    this.settings = settings;
    this.clock = clock;
    this.changesCheckedTo = clock.instant().minus(settings.lookBack());
    this.checkedTo = EventIds.lowestAt(changesCheckedTo);
    metrics.gaugeMapSize("okno.intake.requests.without.case", List.of(), overdue);
  }

  /**
   * A request whose case is overdue.
   *
   * @param published how often its events were published again
   * @param next when it is published again
   */
  private record Overdue(int published, Instant next) {}

  /** Looks at the requests that became due since the last time; a failure is tried again. */
  @Scheduled(
      every = "{okno.intake.case-audit.every}",
      concurrentExecution = ConcurrentExecution.SKIP)
  void run() {
    try {
      overdue.keySet().removeAll(repository.answered(overdue.keySet()));
      if (overdue.size() < MAX_WATCHED) {
        find();
        findChanges();
      }
      publish();
    } catch (RuntimeException e) {
      LOG.warnf("requests without a case could not be published: %s", Failure.describe(e));
    }
  }

  private void find() {
    Instant now = clock.instant();
    UUID due = EventIds.lowestAt(now.minus(settings.grace()));
    List<UUID> found = repository.untracked(checkedTo, due, MAX_AT_ONCE);
    found.forEach(request -> overdue.put(request, new Overdue(0, now)));
    checkedTo = found.size() < MAX_AT_ONCE ? due : found.getLast();
  }

  private void findChanges() {
    Instant now = clock.instant();
    Instant due = now.minus(settings.grace());
    List<UUID> found = repository.unfollowed(changesCheckedTo, due, MAX_AT_ONCE);
    found.forEach(request -> overdue.put(request, new Overdue(0, now)));
    if (found.size() < MAX_AT_ONCE) {
      changesCheckedTo = due;
    }
  }

  private void publish() {
    Instant now = clock.instant();
    List<UUID> due =
        overdue.entrySet().stream()
            .filter(entry -> !entry.getValue().next().isAfter(now))
            .map(Map.Entry::getKey)
            .sorted()
            .limit(MAX_AT_ONCE)
            .toList();
    if (due.isEmpty()) {
      return;
    }
    publishAgain.events(accepted.eventsOf(due));
    due.forEach(request -> overdue.computeIfPresent(request, (id, state) -> after(state, now)));
    LOG.errorf(
        "%d requests have no case yet, or none that follows their withdrawal or correction; their"
            + " events are published again",
        due.size());
  }

  /** Less and less often: a request that nobody can handle has its dead letter already. */
  private Overdue after(Overdue state, Instant now) {
    int doublings = Math.min(state.published(), MAX_DOUBLINGS);
    return new Overdue(
        state.published() + 1, now.plus(settings.grace().multipliedBy(1L << doublings)));
  }
}
