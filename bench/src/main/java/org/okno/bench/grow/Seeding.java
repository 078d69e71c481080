package org.okno.bench.grow;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.okno.bench.stack.BenchStack;
import org.okno.bench.stack.NewCaseCounter;
import org.okno.bench.stack.SampleDecisions;
import org.okno.bench.stack.SampleQuestionnaire;
import org.okno.local.client.Caller;
import org.okno.messaging.EventCodec;
import org.okno.messaging.EventIds;

/**
 * Fills the case service, and analytics, through their consumers: decisions on the topic, not
 * inserts.
 */
public final class Seeding {

  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  /** So that the consumer's lag stays small, and a failure is detected early. */
  private static final int BATCH_SIZE = 100_000;

  private final EventCodec codec = new EventCodec();
  private final BenchStack bench;
  private final SampleDecisions decisions;

  public Seeding(BenchStack bench, SampleQuestionnaire codes) {
    this.bench = bench;
    this.decisions = SampleDecisions.of(bench.as(Caller.ADMINISTRATOR), codes);
  }

  /**
   * Returns when there are this many cases.
   *
   * @return cases a second that the consumer processed; 0 when there were enough already
   */
  public double fillTo(long wanted) throws InterruptedException {
    long before = bench.cases();
    long begin = System.nanoTime();
    for (long now = before; now < wanted; now = bench.cases()) {
      long part = Math.min(BATCH_SIZE, wanted - now);
      try (NewCaseCounter cases = bench.newCaseCounter()) {
        produce(part);
        cases.await(part, begin, TIMEOUT);
      }
      System.out.printf("  %,d cases stored%n", now + part);
    }
    return Math.max(0, wanted - before) * 1e9 / (System.nanoTime() - begin);
  }

  private void produce(long count) {
    Map<String, Object> config =
        bench
            .stack()
            .broker()
            .administrator()
            .with(Map.of("acks", "all", "linger.ms", 20, "batch.size", 200_000));
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
