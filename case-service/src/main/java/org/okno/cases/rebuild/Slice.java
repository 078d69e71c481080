package org.okno.cases.rebuild;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.TopicPartition;

/**
 * As many cases as fit in memory: of some partitions, the requests whose key falls into one of
 * several slices.
 *
 * @param cases partitions of {@code okno.cases} with their end offsets
 * @param decisions partitions of {@code okno.decisions} that hold the same requests, with their end
 *     offsets
 * @param index from 0 up to {@code count}, exclusive
 */
record Slice(
    Map<TopicPartition, Long> cases, Map<TopicPartition, Long> decisions, int index, int count) {

  /**
   * All cases in slices. With as many partitions in both topics a request has the same number in
   * both: partitions are chosen by the hash of the key.
   *
   * @param maxRecords of {@code okno.cases} in a slice, about
   */
  static List<Slice> of(
      Map<TopicPartition, Long> cases, Map<TopicPartition, Long> decisions, int maxRecords) {
    if (cases.size() != decisions.size()) {
      return slices(cases, decisions, maxRecords);
    }
    List<Slice> all = new ArrayList<>();
    for (int number = 0; number < cases.size(); number++) {
      all.addAll(slices(only(number, cases), only(number, decisions), maxRecords));
    }
    return all;
  }

  /** Whether a request belongs to this slice. */
  boolean holds(String key) {
    return Math.floorMod(key.hashCode(), count) == index;
  }

  /** How many records it reads. */
  long records() {
    return sum(cases) + sum(decisions);
  }

  private static List<Slice> slices(
      Map<TopicPartition, Long> cases, Map<TopicPartition, Long> decisions, int maxRecords) {
    int count = Math.toIntExact(sum(cases) / maxRecords + 1);
    return IntStream.range(0, count)
        .mapToObj(index -> new Slice(cases, decisions, index, count))
        .toList();
  }

  private static Map<TopicPartition, Long> only(int number, Map<TopicPartition, Long> of) {
    return of.entrySet().stream()
        .filter(one -> one.getKey().partition() == number)
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static long sum(Map<TopicPartition, Long> ends) {
    return ends.values().stream().mapToLong(Long::longValue).sum();
  }
}
