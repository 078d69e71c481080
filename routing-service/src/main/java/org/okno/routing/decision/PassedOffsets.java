package org.okno.routing.decision;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Offsets that were read and are not committed yet. Most events of cases lead to no decision: their
 * offsets are committed with the next decisions, or once a second, and cost no transaction each.
 * Not shared between threads.
 */
final class PassedOffsets {
  private static final long EVERY_NANOS = Duration.ofSeconds(1).toNanos();

  private final Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
  private long committedAt = System.nanoTime();

  /**
   * Whether to commit now.
   *
   * @param next offsets behind what was just read. They move without records too, past the end
   *     marker of a transaction: without committing that the lag would never be zero
   * @param decides whether any of it may lead to a decision or a dead letter
   */
  boolean isDue(Map<TopicPartition, OffsetAndMetadata> next, boolean decides) {
    offsets.putAll(next);
    return decides || !offsets.isEmpty() && System.nanoTime() - committedAt >= EVERY_NANOS;
  }

  /** The offsets of these partitions; others belong to another instance by now. */
  Map<TopicPartition, OffsetAndMetadata> of(Collection<TopicPartition> assigned) {
    offsets.keySet().retainAll(assigned);
    return Map.copyOf(offsets);
  }

  void committed() {
    offsets.clear();
    committedAt = System.nanoTime();
  }
}
