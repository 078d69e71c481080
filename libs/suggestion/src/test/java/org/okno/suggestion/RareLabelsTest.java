package org.okno.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RareLabelsTest {
  private static final Labels LABELS = new Labels(List.of("frequent", "rare"));

  @Test
  void shouldRaiseARareLabelThatIsScoredTooLow() {
    // Ninety texts of one label and ten of the other, which a scorer recognizes but scores too low.
    float[][] scores = new float[100][];
    int[] truth = new int[100];
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      boolean rare = i % 10 == 0;
      truth[i] = rare ? 1 : 0;
      scores[i] = rare ? new float[] {0.3f, 0} : new float[] {2, 0};
      examples.add(new Example("text", List.of(), Set.of(rare ? "rare" : "frequent")));
    }
    float[] rarity = RareLabels.rarity(LABELS, examples);

    RareLabels raised = RareLabels.fit(List.<float[][]>of(scores), truth, rarity);

    assertThat(rarity[1]).isGreaterThan(rarity[0]);
    assertThat(raised.strength()).isPositive();
    float[] probabilities = raised.blend().probabilities(new float[][] {{0.3f, 0}});
    assertThat(probabilities[1]).isGreaterThan(probabilities[0]);
    assertThat(raised.blend().probabilities(new float[][] {{2, 0}})[0]).isGreaterThan(0.5f);
  }

  @Test
  void shouldLeaveLabelsAloneWhereAllAreFoundAlready() {
    float[][] scores = {{1, 0}, {0, 1}, {1, 0}, {1, 0}};
    RareLabels raised =
        RareLabels.fit(
            List.<float[][]>of(scores), new int[] {0, 1, 0, 0}, new float[] {0.3f, 1.4f});

    assertThat(raised.strength()).isZero();
  }
}
