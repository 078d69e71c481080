package org.okno.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class RunsTest {

  @Test
  void shouldTakeTheMiddleWhateverTheOrderOfTheRuns() {
    assertThat(new Runs(List.of(30.0, 10.0, 20.0)).median()).isEqualTo(20);
    assertThat(new Runs(List.of(40.0, 10.0, 20.0, 30.0)).median()).isEqualTo(25);
  }

  @Test
  void shouldTellTheSpreadAsAPartOfTheMedian() {
    assertThat(new Runs(List.of(90.0, 100.0, 120.0)).spread()).isCloseTo(0.3, within(1e-9));
    assertThat(Runs.once(7).spread()).isZero();
  }

  @Test
  void shouldRefuseAFigureThatWasNeverMeasured() {
    assertThatThrownBy(() -> new Runs(List.of())).hasMessageContaining("at least one run");
  }

  @Test
  void shouldHoldAFigureAgainstItsLimit() {
    Figure limit = Figure.of("limit", "1/s", 4000);
    assertThat(Figure.of("intake", "1/s", 3000).against(limit).ratio()).isEqualTo(0.75);
  }

  @Test
  void shouldReadPercentilesInMilliseconds() {
    Latencies latencies = new Latencies();
    for (int millis = 1; millis <= 100; millis++) {
      latencies.record(millis * 1_000_000L);
    }
    assertThat(latencies.millis(50)).isCloseTo(50, within(0.1));
    assertThat(latencies.millis(99)).isCloseTo(99, within(0.1));
  }
}
