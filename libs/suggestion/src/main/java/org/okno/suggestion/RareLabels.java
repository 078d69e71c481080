package org.okno.suggestion;

import java.util.Arrays;
import java.util.List;

/**
 * Raises each label by how rare it is: of a label with few texts a classifier knows little, and
 * scores it too low.
 *
 * @param blend of the scorers, with the labels raised
 * @param strength how far: 0 not at all, 1 as if all labels were equally frequent
 */
record RareLabels(Blend blend, double strength) {
  private static final double[] STRENGTHS = {0, 0.1, 0.2, 0.3, 0.4, 0.5};

  /**
   * Raises them as far as texts and labels gain by it together: by the accuracy, where each text
   * counts the same, and the mean F1, where each label does.
   *
   * @param scores of texts that no scorer was trained on, as {@link Blend#fit} has them
   * @param truth each text's label; negative: none of the labels
   * @param rarity of the labels
   */
  static RareLabels fit(List<float[][]> scores, int[] truth, float[] rarity) {
    RareLabels best = at(0, scores, truth, rarity);
    double highest = -1;
    for (double strength : STRENGTHS) {
      RareLabels tried = at(strength, scores, truth, rarity);
      double reached = tried.accuracyAndMeanF1(scores, truth);
      if (reached > highest) {
        highest = reached;
        best = tried;
      }
    }
    return best;
  }

  private static RareLabels at(
      double strength, List<float[][]> scores, int[] truth, float[] rarity) {
    return new RareLabels(Blend.fit(scores, truth, scaled(rarity, strength)), strength);
  }

  /** The blend for labels that were counted anew. */
  Blend blend(float[] rarity) {
    return blend.with(scaled(rarity, strength));
  }

  /** Of each label the logarithm of how many texts there are for one of its own. */
  static float[] rarity(Labels labels, List<Example> examples) {
    float[] counts = new float[labels.size()];
    for (int[] target : labels.targets(examples)) {
      for (int label : target) {
        counts[label]++;
      }
    }
    float[] rarity = new float[counts.length];
    for (int label = 0; label < counts.length; label++) {
      rarity[label] = (float) Math.log(examples.size() / Math.max(1f, counts[label]));
    }
    return rarity;
  }

  private static float[] scaled(float[] values, double by) {
    float[] scaled = values.clone();
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] *= (float) by;
    }
    return scaled;
  }

  private double accuracyAndMeanF1(List<float[][]> scores, int[] truth) {
    int labels = scores.getFirst().length == 0 ? 0 : scores.getFirst()[0].length;
    int[] right = new int[labels];
    int[] all = new int[labels];
    for (int text = 0; text < truth.length; text++) {
      int found = text;
      int chosen =
          highest(blend.scores(scores.stream().map(s -> s[found]).toArray(float[][]::new)));
      all[chosen]++;
      if (truth[text] >= 0) {
        all[truth[text]]++;
      }
      if (chosen == truth[text]) {
        right[chosen]++;
      }
    }
    double sum = 0;
    for (int label = 0; label < labels; label++) {
      sum += all[label] == 0 ? 0 : 2.0 * right[label] / all[label];
    }
    double accuracy = Arrays.stream(right).sum() / (double) Math.max(1, truth.length);
    return accuracy + sum / Math.max(1, Arrays.stream(all).filter(count -> count > 0).count());
  }

  private static int highest(float[] scores) {
    int highest = 0;
    for (int label = 1; label < scores.length; label++) {
      highest = scores[label] > scores[highest] ? label : highest;
    }
    return highest;
  }
}
