package org.okno.routing.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class PassedOffsetsTest {
  private static final TopicPartition CASES = new TopicPartition("okno.cases", 1);
  private static final TopicPartition QUESTIONNAIRES = new TopicPartition("okno.questionnaires", 1);

  @Test
  void shouldCommitWhatWasPassedWithTheNextDecision() {
    PassedOffsets passed = new PassedOffsets();

    assertThat(passed.isDue(Map.of(CASES, offset(7)), false)).isFalse();
    assertThat(passed.isDue(Map.of(), false)).isFalse();
    assertThat(passed.isDue(Map.of(QUESTIONNAIRES, offset(3)), true)).isTrue();

    assertThat(passed.of(List.of(CASES, QUESTIONNAIRES)))
        .containsOnly(Map.entry(CASES, offset(7)), Map.entry(QUESTIONNAIRES, offset(3)));
  }

  @Test
  void shouldCommitWhatWasPassedAfterASecondAndNothingTwice() throws InterruptedException {
    PassedOffsets passed = new PassedOffsets();
    passed.isDue(Map.of(CASES, offset(7)), false);
    Thread.sleep(1_001);

    assertThat(passed.isDue(Map.of(), false)).isTrue();
    passed.committed();
    assertThat(passed.isDue(Map.of(), false)).isFalse();
    assertThat(passed.of(List.of(CASES))).isEmpty();
  }

  @Test
  void shouldLeaveTheOffsetsOfPartitionsThatAnotherInstanceHas() {
    PassedOffsets passed = new PassedOffsets();
    passed.isDue(Map.of(CASES, offset(7)), false);

    assertThat(passed.of(List.of(QUESTIONNAIRES))).isEmpty();
  }

  private static OffsetAndMetadata offset(long offset) {
    return new OffsetAndMetadata(offset);
  }
}
