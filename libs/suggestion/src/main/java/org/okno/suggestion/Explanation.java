package org.okno.suggestion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which words of a text spoke for a label: each feature's weight in the linear model, counted for
 * the word it comes from. For whoever may read the text; the model itself holds no word.
 */
final class Explanation {
  private final Vocabulary vocabulary;
  private final LinearModel model;

  Explanation(Vocabulary vocabulary, LinearModel model) {
    this.vocabulary = vocabulary;
    this.model = model;
  }

  /** The words that spoke loudest for the label, loudest first; none that spoke against it. */
  List<WeighedWord> of(String text, int label, int most) {
    List<String> words = Words.of(text);
    double[] weights = new double[words.size()];
    Map<Long, Float> values = values(words);
    Set<Long> counted = new HashSet<>();
    new TextFeatures()
        .of(
            words,
            List.of(),
            (block, feature, word) -> {
              int column = vocabulary.column(feature);
              // A feature that occurs twice is one column: it counts for its first word.
              if (column >= 0 && counted.add(feature)) {
                weights[word] += values.getOrDefault(feature, 0f) * model.weight(column, label);
              }
            });
    return loudest(words, weights, most);
  }

  private Map<Long, Float> values(List<String> words) {
    SparseVector vector = vocabulary.vector(words, List.of());
    Map<Long, Float> values = new HashMap<>();
    for (int i = 0; i < vector.size(); i++) {
      values.put(vocabulary.hash(vector.column(i)), vector.value(i));
    }
    return values;
  }

  private static List<WeighedWord> loudest(List<String> words, double[] weights, int most) {
    List<WeighedWord> all = new ArrayList<>();
    for (int i = 0; i < weights.length; i++) {
      if (weights[i] > 0) {
        all.add(new WeighedWord(words.get(i), weights[i]));
      }
    }
    return all.stream()
        .sorted(Comparator.comparingDouble(WeighedWord::weight).reversed())
        .limit(most)
        .toList();
  }
}
