package org.okno.consumer;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * Counts what became of the records a consumer read: {@code okno.consumer.records{consumer, topic,
 * outcome}}.
 */
final class ConsumerMetrics {
  private final MeterRegistry registry;
  private final String consumer;

  ConsumerMetrics(MeterRegistry registry, String consumer) {
    this.registry = registry;
    this.consumer = consumer;
  }

  void worked(String topic, int count) {
    count(topic, "worked", count);
  }

  void skipped(String topic) {
    count(topic, "skipped", 1);
  }

  void deadLettered(String topic) {
    count(topic, "dead-lettered", 1);
  }

  void triedAgain(String topic) {
    count(topic, "tried-again", 1);
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
