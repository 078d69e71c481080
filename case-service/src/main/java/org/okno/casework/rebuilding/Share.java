package org.okno.casework.rebuilding;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.TopicPartition;

/**
 * So much of the work as fits in memory: of some partitions, the requests of one slice.
 *
 * @param cases partitions of {@code okno.cases}, up to where
 * @param decisions partitions of {@code okno.decisions} that hold the same requests, up to where
 * @param slice from 0 up to {@code slices}, exclusive
 */
record Share(
    Map<TopicPartition, Long> cases, Map<TopicPartition, Long> decisions, int slice, int slices) {

  /**
   * The whole work in shares. With as many partitions in both topics a request has the same number
   * in both: keys are placed by their hash.
   *
   * @param most records of {@code okno.cases} to a share, about
   */
  static List<Share> of(
      Map<TopicPartition, Long> cases, Map<TopicPartition, Long> decisions, int most) {
    if (cases.size() != decisions.size()) {
      return slices(cases, decisions, most);
    }
    List<Share> all = new ArrayList<>();
    for (int number = 0; number < cases.size(); number++) {
      all.addAll(slices(only(number, cases), only(number, decisions), most));
    }
    return all;
  }

  /** Whether a request belongs to this share. */
  boolean holds(String key) {
    return Math.floorMod(key.hashCode(), slices) == slice;
  }

  /** How many records it reads. */
  long records() {
    return sum(cases) + sum(decisions);
  }

  private static List<Share> slices(
      Map<TopicPartition, Long> cases, Map<TopicPartition, Long> decisions, int most) {
    int slices = Math.toIntExact(sum(cases) / most + 1);
    return IntStream.range(0, slices)
        .mapToObj(slice -> new Share(cases, decisions, slice, slices))
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
