package org.okno.consumer;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * Counts what became of the records a consumer read: {@code okno.consumer.records{consumer, topic,
 * outcome}}.
 */
public final class ConsumerMetrics {
  private final MeterRegistry registry;
  private final String consumer;

  /**
   * @param consumer the tag {@code consumer}
   */
  public ConsumerMetrics(MeterRegistry registry, String consumer) {
    this.registry = registry;
    this.consumer = consumer;
  }

  /** Records that had their effect. */
  public void worked(String topic, int count) {
    count(topic, "worked", count);
  }

  /** A record of a type that is unknown here. */
  public void skipped(String topic) {
    count(topic, "skipped", 1);
  }

  /** A record that was put aside. */
  public void deadLettered(String topic) {
    count(topic, "dead-lettered", 1);
  }

  /** A record that was delivered before: it has no second effect. */
  public void repeated(String topic) {
    count(topic, "repeated", 1);
  }

  void triedAgain(String topic) {
    count(topic, "tried-again", 1);
  }

  /**
   * The whole loop failed and starts over from its last place; often means that something is wrong.
   */
  void startedOver() {
    Counter.builder("okno.consumer.restarts")
        .description("Times a consumer started over from its last place")
        .tag("consumer", consumer)
        .register(registry)
        .increment();
  }

  private void count(String topic, String outcome, int count) {
    Counter.builder("okno.consumer.records")
        .description("Records read, by what became of them")
        .tag("consumer", consumer)
        .tag("topic", topic)
        .tag("outcome", outcome)
        .register(registry)
        .increment(count);
  }
}
