package org.okno.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.faulttolerance.api.ExponentialBackoff;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordBatchMetadata;
import jakarta.inject.Singleton;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.jboss.logging.Logger;
import org.okno.messaging.InboxTransaction.Committed;

/**
 * Delivers a batch of Kafka records to a handler in one database transaction, each event once.
 *
 * <p>Failures come in classes ({@link Failure}). <em>Transient</em>: the batch is retried with
 * backoff for as long as it takes; its offsets are not committed meanwhile. <em>Poison</em>: the
 * batch is delivered again singly, and what fails for itself is dead-lettered. A <em>rejection</em>
 * is the handler's business: an event, or nothing.
 *
 * <p>The name of the consumer is the name of its channel: it is its consumer group, its name in the
 * inbox, the first part of its dead-letter topics and of the topics that these are replayed to, and
 * its tag in metrics.
 */
@Singleton
@Retry(
    maxRetries = -1,
    maxDuration = 0,
    delay = 100,
    jitter = 20,
    retryOn = TransientFailureException.class)
@ExponentialBackoff(maxDelay = 10, maxDelayUnit = ChronoUnit.SECONDS)
public class EventDelivery {
  private static final Logger LOG = Logger.getLogger(EventDelivery.class);

  private final EventCodec codec;
  private final InboxTransaction transaction;
  private final MeterRegistry registry;

  EventDelivery(EventCodec codec, InboxTransaction transaction, MeterRegistry registry) {
    this.codec = codec;
    this.transaction = transaction;
    this.registry = registry;
  }

  /**
   * Returns when every record of the batch has had its effect or lies in a dead-letter topic; then
   * its offsets may be committed.
   */
  public void deliver(
      IncomingKafkaRecordBatchMetadata<String, byte[]> batch, EventHandler handler) {
    deliverBy(batch, events -> transaction.handleOnce(batch.getChannel(), events, handler));
  }

  /**
   * The same for a handler whose effect is the same however often an event is handled: the inbox is
   * not asked.
   */
  public void deliverRepeatably(
      IncomingKafkaRecordBatchMetadata<String, byte[]> batch, EventHandler handler) {
    deliverBy(batch, events -> transaction.handle(events, handler));
  }

  private void deliverBy(
      IncomingKafkaRecordBatchMetadata<String, byte[]> batch,
      Function<List<ReceivedEvent>, Committed> work) {
    ConsumerMetrics metrics = new ConsumerMetrics(registry, batch.getChannel());
    try {
      deliverBy(DecodedBatch.of(batch, codec), work, metrics);
    } catch (Throwable e) { // an Error too: offsets must not pass what was not handled
      batch.getRecords().partitions().forEach(partition -> metrics.retried(partition.topic()));
      LOG.warnf(
          "consumer %s retries a batch of %d records: %s",
          batch.getChannel(), batch.getRecords().count(), Failure.describe(e));
      throw new TransientFailureException(Failure.describe(e));
    }
  }

  private void deliverBy(
      DecodedBatch batch, Function<List<ReceivedEvent>, Committed> work, ConsumerMetrics metrics) {
    List<DeadLetter> deadLetters = new ArrayList<>(batch.unreadable());
    Set<ConsumerRecord<String, byte[]>> claimed;
    try {
      claimed = run(batch.events(), work, metrics);
    } catch (RuntimeException e) {
      Failure.requirePoison(e);
      claimed = runSingly(batch.events(), work, deadLetters, metrics);
    }
    deadLetters.forEach(batch::send);
    count(batch, claimed, deadLetters, metrics);
  }

  private static Set<ConsumerRecord<String, byte[]>> run(
      List<ReceivedEvent> events,
      Function<List<ReceivedEvent>, Committed> work,
      ConsumerMetrics metrics) {
    Committed committed = work.apply(events);
    committed.claimed().forEach(event -> metrics.processed(event.record().topic()));
    afterCommit(committed.afterCommit());
    return committed.claimed().stream().map(ReceivedEvent::record).collect(Collectors.toSet());
  }

  /** The events have had their effect: what fails now is retried or logged, never dead-lettered. */
  private static void afterCommit(Runnable step) {
    try {
      step.run();
    } catch (RuntimeException e) {
      if (Failure.of(e) == Failure.TRANSIENT) {
        throw e;
      }
      LOG.errorf("a step after the commit failed: %s", Failure.describe(e));
    }
  }

  /** One event spoils the transaction of all: the inbox lets the others be handled once. */
  private static Set<ConsumerRecord<String, byte[]>> runSingly(
      List<ReceivedEvent> events,
      Function<List<ReceivedEvent>, Committed> work,
      List<DeadLetter> deadLetters,
      ConsumerMetrics metrics) {
    Set<ConsumerRecord<String, byte[]>> claimed = new HashSet<>();
    for (ReceivedEvent event : events) {
      try {
        claimed.addAll(run(List.of(event), work, metrics));
      } catch (RuntimeException e) {
        Failure.requirePoison(e);
        deadLetters.add(new DeadLetter(event.record(), Failure.describe(e)));
      }
    }
    return claimed;
  }

  private static void count(
      DecodedBatch batch,
      Set<ConsumerRecord<String, byte[]>> claimed,
      List<DeadLetter> deadLetters,
      ConsumerMetrics metrics) {
    Set<ConsumerRecord<String, byte[]>> dead = new HashSet<>();
    for (DeadLetter deadLetter : deadLetters) {
      dead.add(deadLetter.record());
      metrics.deadLettered(deadLetter.record().topic());
      LOG.errorf(
          "consumer %s dead-lettered a record of %s, partition %d, offset %d: %s",
          batch.consumer(),
          deadLetter.record().topic(),
          deadLetter.record().partition(),
          deadLetter.record().offset(),
          deadLetter.reason());
    }
    for (ReceivedEvent event : batch.events()) {
      if (!claimed.contains(event.record()) && !dead.contains(event.record())) {
        metrics.duplicate(event.record().topic());
      }
    }
    batch.skipped().forEach(record -> metrics.skipped(record.topic()));
  }
}
