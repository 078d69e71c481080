package org.okno.messaging;

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

  /** A record had its effect. */
  public void processed(String topic) {
    count(topic, "processed");
  }

  /** A record of a type that is unknown here. */
  public void skipped(String topic) {
    count(topic, "skipped");
  }

  /** A record went to a dead-letter topic. */
  public void deadLettered(String topic) {
    count(topic, "dead-lettered");
  }

  /** A record was delivered before: it has no second effect. */
  public void duplicate(String topic) {
    count(topic, "duplicate");
  }

  /** A batch with records of this topic failed for a transient reason. */
  public void retried(String topic) {
    count(topic, "retried");
  }

  private void count(String topic, String outcome) {
    Counter.builder("okno.consumer.records")
        .description("Records read, by what became of them")
        .tag("consumer", consumer)
        .tag("topic", topic)
        .tag("outcome", outcome)
        .register(registry)
        .increment();
  }
}
