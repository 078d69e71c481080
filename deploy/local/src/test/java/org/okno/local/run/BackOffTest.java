package org.okno.local.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackOffTest {

  private static final Duration IMMEDIATELY = Duration.ZERO;

  @Test
  void shouldDoubleTheDelayUpToHalfAMinuteWhileAPartDiesImmediately() {
    BackOff backOff = new BackOff();

    assertThat(
            java.util.stream.Stream.generate(() -> backOff.afterRunning(IMMEDIATELY).toSeconds())
                .limit(7))
        .containsExactly(1L, 2L, 4L, 8L, 16L, 30L, 30L);
  }

  @Test
  void shouldResetTheDelayAfterAPartHasRunForAMinute() {
    BackOff backOff = new BackOff();
    backOff.afterRunning(IMMEDIATELY);
    backOff.afterRunning(IMMEDIATELY);

    assertThat(backOff.afterRunning(Duration.ofMinutes(2))).isEqualTo(Duration.ofSeconds(1));
  }
}
