package org.okno.bench.limits;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.okno.bench.measure.Figure;
import org.okno.bench.measure.Runs;
import org.okno.bench.measure.Timing;
import org.okno.bench.stack.Connectors;
import org.okno.contracts.Topics;
import org.okno.engines.stack.Stack;

/**
 * Debezium draining a journal that filled up while the connector was stopped: from the log, not by
 * a snapshot. Measured from the first record on the topic to the last.
 */
final class DebeziumLimit {

  private static final Duration TIMEOUT = Duration.ofMinutes(3);

  private final Stack stack;
  private final DatabaseLimits database;
  private final int backlog;

  DebeziumLimit(Stack stack, DatabaseLimits database, int backlog) {
    this.stack = stack;
    this.database = database;
    this.backlog = backlog;
  }

  /** One drain as warm-up, then as many as there are runs. */
  Figure drain(Timing timing) throws Exception {
    Path configuration = stack.settings().home().connectors().resolve("intake.json");
    stack.connect().register(configuration);
    stack.connect().awaitRunning("intake", TIMEOUT);
    awaitDrained();
    List<Double> rates = new ArrayList<>();
    for (int run = 0; run <= timing.runs(); run++) {
      double rate = once();
      if (run > 0) {
        rates.add(rate);
      }
    }
    return Figure.of("limit: Debezium drains the journal", "records/s", new Runs(rates));
  }

  private double once() throws Exception {
    Connectors connectors = new Connectors(stack.connect());
    connectors.stop("intake");
    database.fillJournal(backlog);
    try (var consumer = consumer()) {
      List<TopicPartition> partitions = partitions(consumer);
      long before = sum(consumer, partitions);
      connectors.resume("intake");
      return rate(consumer, partitions, before);
    }
  }

  private double rate(KafkaConsumer<?, ?> consumer, List<TopicPartition> partitions, long before)
      throws InterruptedException {
    long deadline = System.nanoTime() + TIMEOUT.toNanos();
    long first = 0;
    long begin = 0;
    long seen = before;
    while (seen - before < backlog) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("Only %d of %d arrived".formatted(seen - before, backlog));
      }
      Thread.sleep(20);
      seen = sum(consumer, partitions);
      if (begin == 0 && seen > before) {
        begin = System.nanoTime();
        first = seen;
      }
    }
    return (seen - first) * 1e9 / Math.max(1, System.nanoTime() - begin);
  }

  /** Waits until rows of the other limits are streamed. */
  private void awaitDrained() throws InterruptedException {
    try (var consumer = consumer()) {
      List<TopicPartition> partitions = partitions(consumer);
      long before = -1;
      for (long now = 0; now != before; now = sum(consumer, partitions)) {
        before = now;
        Thread.sleep(3000);
      }
    }
  }

  private KafkaConsumer<byte[], byte[]> consumer() {
    return new KafkaConsumer<>(
        stack.broker().administrator().with(Map.of()),
        new ByteArrayDeserializer(),
        new ByteArrayDeserializer());
  }

  private static List<TopicPartition> partitions(KafkaConsumer<?, ?> consumer) {
    return consumer.partitionsFor(Topics.QUESTIONNAIRES).stream()
        .map(p -> new TopicPartition(p.topic(), p.partition()))
        .toList();
  }

  private static long sum(KafkaConsumer<?, ?> consumer, List<TopicPartition> partitions) {
    return consumer.endOffsets(partitions).values().stream().mapToLong(Long::longValue).sum();
  }
}
