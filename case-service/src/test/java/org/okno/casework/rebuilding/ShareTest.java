package org.okno.casework.rebuilding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class ShareTest {

  @Test
  void shouldPutPartitionsOfOneNumberTogether() {
    List<Share> shares = Share.of(ends("c", 10, 20), ends("d", 30, 40), 100);

    assertThat(shares).hasSize(2);
    assertThat(shares)
        .allSatisfy(
            share ->
                assertThat(number(share.cases())).isEqualTo(number(share.decisions())).hasSize(1));
    assertThat(shares).extracting(Share::records).containsExactlyInAnyOrder(40L, 60L);
  }

  @Test
  void shouldTakeAllPartitionsTogetherWhenTheTopicsDoNotHaveAsMany() {
    assertThat(Share.of(ends("c", 10, 20), ends("d", 30), 100))
        .singleElement()
        .extracting(Share::records)
        .isEqualTo(60L);
  }

  @Test
  void shouldGiveEachRequestToOneSliceOnly() {
    List<Share> shares = Share.of(ends("c", 350), ends("d", 350), 100);

    assertThat(shares).hasSize(4);
    assertThat(Stream.generate(UUID::randomUUID).map(UUID::toString).limit(1000))
        .allSatisfy(
            key -> assertThat(shares.stream().filter(share -> share.holds(key))).hasSize(1));
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
