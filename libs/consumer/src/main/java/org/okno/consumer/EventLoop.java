package org.okno.consumer;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import org.okno.cloudevents.EventCodec;

/**
 * One thread that reads topics, hands batches to the work and moves the place on only when the work
 * is safe.
 *
 * <p>While the work fails for a transient reason the batch is tried again with growing pauses; the
 * consumer stays in its group meanwhile. When the loop itself fails (a fenced producer, a lost
 * broker), it starts over from the last committed place.
 */
public final class EventLoop implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(EventLoop.class);
  private static final Duration POLL = Duration.ofMillis(500);

  private final ConsumerSettings settings;
  private final EventCodec codec;
  private final Work work;
  private final MeterRegistry registry;
  private final ConsumerMetrics metrics;
  private final CountDownLatch stop = new CountDownLatch(1);
  private final Thread thread;
  private volatile boolean assigned;
  private volatile boolean revoked;

  public EventLoop(ConsumerSettings settings, EventCodec codec, Work work, MeterRegistry registry) {
    this.settings = settings;
    this.codec = codec;
    this.work = work;
    this.registry = registry;
    this.metrics = new ConsumerMetrics(registry, settings.name());
    this.thread =
        Thread.ofPlatform()
            .daemon()
            .name(settings.name() + " " + settings.topics())
            .unstarted(this::run);
  }

  /** Starts reading; returns at once. */
  public void start() {
    thread.start();
  }

  /** Whether the loop runs and has been given partitions to read. */
  public boolean isReading() {
    return thread.isAlive() && assigned;
  }

  /** Ends the loop after the batch at hand; waits for it, ten seconds at most. */
  @Override
  public void close() {
    stop.countDown();
    try {
      thread.join(Duration.ofSeconds(10));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    while (!isStopping()) {
      try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(settings.consumer());
          Outlet outlet = Outlet.of(settings, work);
          KafkaClientMetrics lag = new KafkaClientMetrics(consumer)) {
        lag.bindTo(registry);
        consumer.subscribe(settings.topics(), new Watch());
        while (!isStopping()) {
          poll(consumer, outlet);
        }
      } catch (
          Throwable e) { // an Error that ended this thread would stop the flow with nobody told
        metrics.startedOver();
        LOG.warnf(
            "consumer %s starts over from its last place: %s",
            settings.name(), Failure.describe(e));
        pause(settings.firstPause().multipliedBy(10));
      } finally {
        assigned = false;
      }
    }
  }

  private void poll(KafkaConsumer<String, byte[]> consumer, Outlet outlet) {
    ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
    revoked = false;
    // A place that moved without records passed the end mark of a transaction: without committing
    // it the lag would never be zero.
    if (records.isEmpty() && records.nextOffsets().isEmpty()) {
      return;
    }
    Batch batch = Batch.read(records, codec, settings.name(), metrics);
    Map<TopicPartition, OffsetAndMetadata> next = records.nextOffsets();
    Duration pause = settings.firstPause();
    while (!isStopping() && !revoked) {
      Outlet.Result result = outlet.deliver(batch, next, consumer);
      switch (result) {
        case Outlet.Result.Delivered delivered -> {
          count(batch, delivered);
          return;
        }
        case Outlet.Result.Transient failed -> {
          records.partitions().forEach(partition -> metrics.triedAgain(partition.topic()));
          LOG.warnf(
              "consumer %s tries %d events again in %s: %s",
              settings.name(), batch.events().size(), pause, failed.reason());
          keepPlace(consumer, pause);
          pause = longer(pause);
        }
      }
    }
    // Given up because of a rebalance. What is still ours of it was read past, and has to be read
    // again.
    Set<TopicPartition> ours = consumer.assignment();
    records.partitions().stream()
        .filter(ours::contains)
        .forEach(
            partition -> consumer.seek(partition, records.records(partition).getFirst().offset()));
  }

  private void count(Batch batch, Outlet.Result.Delivered delivered) {
    for (String topic : settings.topics()) {
      int worked =
          (int) batch.events().stream().filter(e -> e.record().topic().equals(topic)).count();
      int aside =
          (int) delivered.putAside().stream().filter(e -> e.record().topic().equals(topic)).count();
      if (worked > aside) {
        metrics.worked(topic, worked - aside);
      }
    }
    delivered
        .letters()
        .forEach(
            letter -> {
              String topic =
                  new String(
                      letter.headers().lastHeader(DeadLetter.TOPIC).value(),
                      java.nio.charset.StandardCharsets.UTF_8);
              String reason =
                  new String(
                      letter.headers().lastHeader(DeadLetter.REASON).value(),
                      java.nio.charset.StandardCharsets.UTF_8);
              metrics.deadLettered(topic);
              LOG.errorf(
                  "consumer %s put a record of %s aside in %s: %s",
                  settings.name(), topic, letter.topic(), reason);
            });
  }

  /**
   * Waits without leaving the group: a paused consumer that keeps polling is alive to Kafka and
   * reads nothing.
   */
  private void keepPlace(KafkaConsumer<String, byte[]> consumer, Duration pause) {
    consumer.pause(consumer.assignment());
    long until = System.nanoTime() + pause.toNanos();
    while (System.nanoTime() < until && !isStopping() && !revoked) {
      rewind(consumer, consumer.poll(Duration.ofMillis(100)));
    }
    consumer.resume(consumer.assignment());
  }

  /**
   * Partitions that a rebalance brings in the middle of a wait are not paused: what they gave is
   * read again later.
   */
  private static void rewind(
      KafkaConsumer<String, byte[]> consumer, ConsumerRecords<String, byte[]> tooEarly) {
    for (TopicPartition partition : tooEarly.partitions()) {
      consumer.seek(partition, tooEarly.records(partition).getFirst().offset());
    }
  }

  private Duration longer(Duration pause) {
    Duration doubled = pause.multipliedBy(2);
    return doubled.compareTo(settings.longestPause()) > 0 ? settings.longestPause() : doubled;
  }

  private boolean isStopping() {
    return stop.getCount() == 0;
  }

  private void pause(Duration duration) {
    try {
      stop.await(duration.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private final class Watch implements ConsumerRebalanceListener {
    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
      revoked = revoked || !partitions.isEmpty();
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
      assigned = true;
    }
  }
}
