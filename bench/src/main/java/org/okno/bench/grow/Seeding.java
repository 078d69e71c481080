package org.okno.bench.grow;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.okno.bench.region.Decisions;
import org.okno.bench.region.NewCases;
import org.okno.bench.region.Questionnaires;
import org.okno.bench.region.Region;
import org.okno.messaging.EventCodec;
import org.okno.messaging.EventIds;

/**
 * Fills the case service, and analytics, through their consumers: decisions on the topic, not
 * inserts.
 */
public final class Seeding {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** So that the topic does not run far ahead, and a failure shows early. */
  private static final int AT_ONCE = 100_000;

  private final EventCodec codec = new EventCodec();
  private final Region region;
  private final Decisions decisions;

  public Seeding(Region region, Questionnaires codes) {
    this.region = region;
    this.decisions = Decisions.of(region.services(), codes);
  }

  /**
   * Returns when there are so many cases.
   *
   * @return cases a second that the consumer took in; 0 when there were enough already
   */
  public double fillTo(long wanted) throws InterruptedException {
    long before = region.cases();
    long begin = System.nanoTime();
    for (long now = before; now < wanted; now = region.cases()) {
      long part = Math.min(AT_ONCE, wanted - now);
      try (NewCases cases = region.newCases()) {
        produce(part);
        cases.await(part, begin, PATIENCE);
      }
      System.out.printf("  %,d cases stored%n", now + part);
    }
    return Math.max(0, wanted - before) * 1e9 / (System.nanoTime() - begin);
  }

  private void produce(long count) {
    Map<String, Object> config =
        Map.of(
            "bootstrap.servers",
            region.stack().broker().bootstrapServers(),
            "acks",
            "all",
            "linger.ms",
            20,
            "batch.size",
            200_000);
    AtomicReference<Exception> failure = new AtomicReference<>();
    try (var producer =
        new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer())) {
      Instant now = Clock.systemUTC().instant();
      for (long i = 0; i < count; i++) {
        // Spread over the last month, as stored cases are.
        Instant requested = now.minusSeconds(2_592_000L * (count - i) / count);
        producer.send(
            codec.write(EventIds.next(), decisions.next(requested)),
            (metadata, e) -> {
              if (e != null) {
                failure.set(e);
              }
            });
      }
    }
    if (failure.get() != null) {
      throw new IllegalStateException("The decisions could not be sent", failure.get());
    }
  }
}
