package org.okno.suggestion;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds the group of a text where labels belong to groups, as needs belong to categories: what a
 * classifier of groups says, beside the sums of what a classifier of labels says. Safe for several
 * threads.
 */
public final class GroupClassifier {
  private static final double LEAST = 1e-4;

  private final List<String> groups;
  private final LabelClassifier direct;
  private final LabelClassifier fine;
  private final int[] groupOf;
  private final Blend blend;

  private GroupClassifier(
      List<String> groups,
      LabelClassifier direct,
      LabelClassifier fine,
      int[] groupOf,
      Blend blend) {
    this.groups = groups;
    this.direct = direct;
    this.fine = fine;
    this.groupOf = groupOf;
    this.blend = blend;
  }

  /**
   * @param groupOf the group of each label of {@code fine}
   * @param fine trained on the same examples in the same order, with labels
   */
  public static GroupClassifier train(
      List<Example> examples,
      Map<String, String> groupOf,
      LabelTraining fine,
      TrainingSettings settings) {
    LabelTraining direct = LabelTraining.of(examples, settings);
    Set<String> names = new TreeSet<>(direct.classifier().labels());
    names.addAll(groupOf.values());
    List<String> groups = List.copyOf(names);
    int[] directTo = direct.classifier().labels().stream().mapToInt(groups::indexOf).toArray();
    int[] fineTo =
        fine.classifier().labels().stream()
            .mapToInt(label -> groups.indexOf(groupOf.getOrDefault(label, groups.getFirst())))
            .toArray();
    List<float[][]> scores =
        List.of(
            sums(direct.heldOutProbabilities(), directTo, groups.size()),
            sums(fine.heldOutProbabilities(), fineTo, groups.size()));
    int[] truth =
        direct.heldOut().stream()
            .mapToInt(i -> groups.indexOf(examples.get(i).labels().iterator().next()))
            .toArray();
    return new GroupClassifier(
        groups, direct.classifier(), fine.classifier(), fineTo, Blend.fit(scores, truth));
  }

  private static float[][] sums(List<float[]> probabilities, int[] to, int groups) {
    return probabilities.stream().map(p -> logarithms(p, to, groups)).toArray(float[][]::new);
  }

  private static float[] logarithms(float[] probabilities, int[] to, int groups) {
    double[] sums = new double[groups];
    for (int label = 0; label < probabilities.length; label++) {
      sums[to[label]] += probabilities[label];
    }
    float[] logarithms = new float[groups];
    for (int group = 0; group < groups; group++) {
      logarithms[group] = (float) Math.log(Math.max(LEAST, sums[group]));
    }
    return logarithms;
  }

  /** Ascending; probabilities stand in this order. */
  public List<String> groups() {
    return groups;
  }

  /** How likely each group is, adding up to 1. */
  public float[] probabilities(String text, List<String> facts) {
    int[] directTo = direct.labels().stream().mapToInt(groups::indexOf).toArray();
    List<float[]> scores = new ArrayList<>();
    scores.add(logarithms(direct.probabilities(text, facts), directTo, groups.size()));
    scores.add(logarithms(fine.probabilities(text, facts), groupOf, groups.size()));
    return blend.probabilities(scores.toArray(float[][]::new));
  }
}
