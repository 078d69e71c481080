package org.okno.cases.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetryScheduleTest {
  private final RetrySchedule schedule =
      new RetrySchedule(List.of(Duration.ZERO, Duration.ofSeconds(5), Duration.ofMinutes(5)), 0.2);

  @Test
  void shouldWaitLongerAfterEachAttemptAndEndAfterTheLastOne() {
    Random random = new Random(1);

    assertThat(schedule.after(1, random).orElseThrow())
        .isBetween(Duration.ofSeconds(5), Duration.ofSeconds(6));
    assertThat(schedule.after(2, random).orElseThrow())
        .isBetween(Duration.ofMinutes(5), Duration.ofMinutes(6));
    assertThat(schedule.after(3, random)).isEmpty();
  }

  @Test
  void shouldNotBringAllBackAtTheSameTime() {
    Random random = new Random(1);

    assertThat(IntStream.range(0, 50).mapToObj(i -> schedule.after(2, random)).distinct().count())
        .isGreaterThan(40);
  }

  @Test
  void shouldRefuseWhatIsNoSchedule() {
    assertThatThrownBy(() -> new RetrySchedule(List.of(), 0.2))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new RetrySchedule(List.of(Duration.ZERO), 2))
        .hasMessageContaining("jitter");
  }
}
