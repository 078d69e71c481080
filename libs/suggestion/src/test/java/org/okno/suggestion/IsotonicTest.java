package org.okno.suggestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class IsotonicTest {

  @Test
  void shouldSayHowOftenAConfidenceWasRight() {
    int size = 1000;
    double[] confidences = new double[size];
    boolean[] right = new boolean[size];
    for (int i = 0; i < size; i++) {
      confidences[i] = i < 500 ? 0.6 : 0.9;
      // Right in 40 % and 80 % of the cases: less often than it was sure.
      right[i] = i < 500 ? i % 5 < 2 : i % 5 < 4;
    }
    Isotonic curve = Isotonic.fit(confidences, right);
    assertThat(curve.calibrated(0.6)).isCloseTo(0.4, within(0.02));
    assertThat(curve.calibrated(0.95)).isCloseTo(0.8, within(0.02));
  }

  @Test
  void shouldOnlyRise() {
    Isotonic curve =
        Isotonic.fit(
            new double[] {0.1, 0.2, 0.3, 0.4, 0.5}, new boolean[] {true, false, true, false, true});
    assertThat(curve.right()).isSorted();
  }

  @Test
  void shouldRefuseNothing() {
    assertThatThrownBy(() -> Isotonic.fit(new double[0], new boolean[0]))
        .isInstanceOf(TrainingException.class);
  }
}
