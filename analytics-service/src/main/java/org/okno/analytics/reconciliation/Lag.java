package org.okno.analytics.reconciliation;

import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;

/**
 * How far counting and storing are behind their topics.
 *
 * @param ends the end of each partition
 * @param behind records between the committed offset and the end, by partition
 */
public record Lag(Map<TopicPartition, Long> ends, Map<TopicPartition, Long> behind) {

  boolean isZero() {
    return behind.values().stream().allMatch(records -> records == 0);
  }

  /** Whether all that was on the topics at an earlier reading is behind this one's offsets. */
  public boolean hasPassed(Lag earlier) {
    return earlier.ends.entrySet().stream()
        .allMatch(
            end ->
                ends.getOrDefault(end.getKey(), 0L) - behind.getOrDefault(end.getKey(), 0L)
                    >= end.getValue());
  }

  /** Whether nothing came to any topic between that reading and this. */
  boolean sawSameEnds(Lag earlier) {
    return ends.equals(earlier.ends);
  }

  Map<String, Long> byTopic() {
    Map<String, Long> topics = new TreeMap<>();
    behind.forEach((partition, records) -> topics.merge(partition.topic(), records, Long::sum));
    return topics;
  }
}
