package org.okno.local.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackOffTest {

  private static final Duration AT_ONCE = Duration.ZERO;

  @Test
  void shouldWaitLongerEachTimeAPartDiesAtOnceButNeverLongerThanHalfAMinute() {
    BackOff backOff = new BackOff();

    assertThat(
            java.util.stream.Stream.generate(() -> backOff.afterRunning(AT_ONCE).toSeconds())
                .limit(7))
        .containsExactly(1L, 2L, 4L, 8L, 16L, 30L, 30L);
  }

  @Test
  void shouldBeginAnewAfterAPartHasRunSteadily() {
    BackOff backOff = new BackOff();
    backOff.afterRunning(AT_ONCE);
    backOff.afterRunning(AT_ONCE);

    assertThat(backOff.afterRunning(Duration.ofMinutes(2))).isEqualTo(Duration.ofSeconds(1));
  }
}
