package org.okno.cases.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class SliceTest {

  @Test
  void shouldPutPartitionsOfOneNumberTogether() {
    List<Slice> slices = Slice.of(ends("c", 10, 20), ends("d", 30, 40), 100);

    assertThat(slices).hasSize(2);
    assertThat(slices)
        .allSatisfy(
            slice ->
                assertThat(number(slice.cases())).isEqualTo(number(slice.decisions())).hasSize(1));
    assertThat(slices).extracting(Slice::records).containsExactlyInAnyOrder(40L, 60L);
  }

  @Test
  void shouldTakeAllPartitionsTogetherWhenTheTopicsDoNotHaveAsMany() {
    assertThat(Slice.of(ends("c", 10, 20), ends("d", 30), 100))
        .singleElement()
        .extracting(Slice::records)
        .isEqualTo(60L);
  }

  @Test
  void shouldGiveEachRequestToOneSliceOnly() {
    List<Slice> slices = Slice.of(ends("c", 350), ends("d", 350), 100);

    assertThat(slices).hasSize(4);
    assertThat(Stream.generate(UUID::randomUUID).map(UUID::toString).limit(1000))
        .allSatisfy(
            key -> assertThat(slices.stream().filter(slice -> slice.holds(key))).hasSize(1));
  }

  private static Map<TopicPartition, Long> ends(String topic, long... ends) {
    Map<TopicPartition, Long> all = new HashMap<>();
    for (int number = 0; number < ends.length; number++) {
      all.put(new TopicPartition(topic, number), ends[number]);
    }
    return all;
  }

  private static List<Integer> number(Map<TopicPartition, Long> ends) {
    return ends.keySet().stream().map(TopicPartition::partition).toList();
  }
}
