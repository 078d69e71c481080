package org.okno.suggestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BlendTest {

  @Test
  void shouldCountTheScorerThatKnowsAndNotTheOneThatGuesses() {
    Random random = new Random(7);
    float[][] knows = new float[500][2];
    float[][] guesses = new float[500][2];
    int[] truth = new int[500];
    for (int i = 0; i < truth.length; i++) {
      truth[i] = random.nextInt(2);
      boolean right = random.nextInt(10) < 9;
      knows[i][right ? truth[i] : 1 - truth[i]] = 1;
      guesses[i][random.nextInt(2)] = 1;
    }
    Blend blend = Blend.fit(List.of(knows, guesses), truth);
    assertThat(blend.weights().get(0)).isGreaterThan(1.5);
    assertThat(blend.weights().get(1)).isCloseTo(0, within(0.5));
    // Calibrated: nine of ten.
    assertThat(blend.probabilities(new float[][] {{1, 0}, {0, 0}})[0])
        .isCloseTo(0.9f, within(0.05f));
  }

  @Test
  void shouldPassOverTextsWithoutALabel() {
    float[][] scores = {{1, 0}, {0, 1}, {5, 0}};
    Blend blend = Blend.fit(List.<float[][]>of(scores), new int[] {0, 1, -1});
    assertThat(blend.weights().getFirst()).isPositive();
  }
}
