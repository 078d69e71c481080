package org.okno.analytics.recount;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.okno.analytics.reconciliation.Lag;

class CatchUpTest {
  private static final TopicPartition EVENTS = new TopicPartition("events", 0);
  private static final TopicPartition ROWS = new TopicPartition("rows", 0);

  private final CatchUp catchUp = new CatchUp();

  @Test
  void shouldBeDoneAfterAllTopicsWerePassedAlthoughMoreKeepsComing() {
    assertThat(isDone(100, 40, 0, 0)).isFalse();
    assertThat(isDone(110, 40, 5, 0)).as("70 of 100 events").isFalse();
    assertThat(isDone(120, 10, 8, 1)).as("events are passed").isFalse();
    assertThat(isDone(130, 10, 20, 2)).as("facts may be").isFalse();
    assertThat(isDone(140, 10, 30, 2)).as("rows may not be emitted").isFalse();
    assertThat(isDone(150, 10, 40, 10)).isTrue();
  }

  @Test
  void shouldWaitWhileNothingIsKnown() {
    for (int i = 0; i < 10; i++) {
      assertThat(catchUp.isDone(Optional.empty())).isFalse();
    }
  }

  @Test
  void shouldNotBeDoneWhileOneTopicStandsStill() {
    for (int i = 0; i < 10; i++) {
      assertThat(isDone(100, 0, 20, 15)).as("15 rows are never stored").isFalse();
    }
  }

  private boolean isDone(long events, long behindEvents, long rows, long behindRows) {
    return catchUp.isDone(
        Optional.of(
            new Lag(
                Map.of(EVENTS, events, ROWS, rows),
                Map.of(EVENTS, behindEvents, ROWS, behindRows))));
  }
}
