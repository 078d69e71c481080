package org.okno.bench.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class MeasuresTest {
  private static final List<Ranking> RANKINGS =
      List.of(
          new Ranking(List.of("a", "b", "c"), 0.9, "a"),
          new Ranking(List.of("a", "b", "c"), 0.8, "a"),
          new Ranking(List.of("b", "a", "c"), 0.7, "a"),
          new Ranking(List.of("b", "c", "d"), 0.6, "z"));

  @Test
  void shouldCountTheFirstAndTheFirstThree() {
    assertThat(Measures.accuracy(RANKINGS)).isEqualTo(0.5);
    assertThat(Measures.amongThree(RANKINGS)).isEqualTo(0.75);
  }

  @Test
  void shouldCountEveryLabelTheSameInMacroF1() {
    // a: 2 right, 2 suggested, 3 present: 0.8; b: suggested twice, never right: 0; z: never: 0.
    assertThat(Measures.macroF1(RANKINGS)).isCloseTo(0.8 / 3, within(1e-9));
  }

  @Test
  void shouldDecideTheMostConfidentFirst() {
    assertThat(Measures.coverage(RANKINGS, 0)).isEqualTo(0.5);
    assertThat(Measures.coverage(RANKINGS, 0.34)).isEqualTo(0.75);
    assertThat(Measures.coverage(RANKINGS, 0.5)).isEqualTo(1);
    assertThat(Measures.threshold(RANKINGS, 0)).isEqualTo(0.8);
  }

  @Test
  void shouldMeasureHowFarConfidenceIsFromWhatWasRight() {
    // Each in a bin of its own: 0.1, 0.2, 0.7 and 0.6 away.
    assertThat(Measures.calibrationError(RANKINGS)).isCloseTo(0.4, within(1e-9));
  }
}
