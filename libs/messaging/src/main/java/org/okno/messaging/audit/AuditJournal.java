package org.okno.messaging.audit;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toCollection;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.okno.messaging.EventIds;
import org.okno.messaging.Failure;

/**
 * Compares the journal with the topics, all the time, and publishes what is missing there: a broker
 * that lost power forgets records that it had confirmed, a dropped replication slot skips events, a
 * connector may be stopped. Consumers handle each event once, however often it is published.
 *
 * <p>It keeps no state: a start compares the last hour again.
 */
@Singleton
class AuditJournal {
  private static final Logger LOG = Logger.getLogger(AuditJournal.class);
  // Between the clock that made an event's id and the one that gives its record a time.
  private static final Duration CLOCK_DIFFERENCE = Duration.ofMinutes(1);
  private static final long NOT_STARTED = -1;

  private final JournalRepository journal;
  private final PublishedEvents published;
  private final PublishAgain publishAgain;
  private final JournalAuditSettings settings;
  private final Clock clock;
  private long confirmed = NOT_STARTED;

  AuditJournal(
      JournalRepository journal,
      PublishedEvents published,
      PublishAgain publishAgain,
      JournalAuditSettings settings,
      Clock clock) {
    this.journal = journal;
    this.published = published;
    this.publishAgain = publishAgain;
    this.settings = settings;
    this.clock = clock;
  }

  /** Compares what was appended since the last time; a failure is tried again the next time. */
  @Scheduled(every = "{okno.journal-audit.every}", concurrentExecution = ConcurrentExecution.SKIP)
  void run() {
    try {
      while (comparedPart()) {}
    } catch (RuntimeException e) {
      LOG.warnf("the journal could not be compared with its topics: %s", Failure.describe(e));
    }
  }

  /** Whether there may be more to compare. */
  private boolean comparedPart() {
    if (confirmed == NOT_STARTED) {
      confirmed = journal.newest().map(this::start).orElse(0L);
    }
    UUID due = EventIds.lowestAt(clock.instant().minus(settings.grace()));
    List<JournalEntry> entries =
        journal.after(confirmed, settings.maxEvents()).stream()
            .takeWhile(entry -> entry.eventId().compareTo(due) < 0)
            .toList();
    if (entries.isEmpty()) {
      return false;
    }
    publishMissing(entries);
    confirmed = entries.getLast().seq();
    return entries.size() == settings.maxEvents();
  }

  private long start(Instant newest) {
    return journal.lastBefore(newest.minus(settings.lookBack()));
  }

  private void publishMissing(List<JournalEntry> entries) {
    Set<UUID> missing = missing(entries);
    publishAgain.events(missing);
    if (!missing.isEmpty()) {
      LOG.errorf(
          "%d events of the journal were not on their topics; published now", missing.size());
    }
  }

  private Set<UUID> missing(Collection<JournalEntry> entries) {
    Set<UUID> missing = new HashSet<>();
    entries.stream()
        .collect(groupingBy(JournalEntry::topic))
        .forEach((topic, events) -> missing.addAll(missing(topic, events)));
    return missing;
  }

  private List<UUID> missing(String topic, List<JournalEntry> events) {
    Instant first =
        events.stream()
            .map(event -> EventIds.madeAt(event.eventId()))
            .min(Instant::compareTo)
            .get();
    Set<String> ids =
        events.stream()
            .map(event -> event.eventId().toString())
            .collect(toCollection(HashSet::new));
    published.removeFound(topic, first.minus(CLOCK_DIFFERENCE), ids);
    return ids.stream().map(UUID::fromString).toList();
  }
}
