package org.okno.suggestion;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The labels of a model, each with its number.
 *
 * @param names ascending
 */
record Labels(List<String> names) {

  Labels {
    names = List.copyOf(names);
  }

  /** Those that occur in the examples. */
  static Labels of(List<Example> examples) {
    TreeSet<String> names = new TreeSet<>();
    examples.forEach(example -> names.addAll(example.labels()));
    return new Labels(new ArrayList<>(names));
  }

  int size() {
    return names.size();
  }

  /** For each example the numbers of its labels; labels that are not among these are left out. */
  int[][] targets(List<Example> examples) {
    Map<String, Integer> numbers = numbers();
    return examples.stream()
        .map(
            example ->
                example.labels().stream()
                    .filter(numbers::containsKey)
                    .mapToInt(numbers::get)
                    .sorted()
                    .toArray())
        .toArray(int[][]::new);
  }

  Map<String, Integer> numbers() {
    Map<String, Integer> numbers = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      numbers.put(names.get(i), i);
    }
    return numbers;
  }

  /** For each label the examples that have it. */
  List<BitSet> members(int[][] targets) {
    List<BitSet> members = names.stream().map(name -> new BitSet(targets.length)).toList();
    for (int example = 0; example < targets.length; example++) {
      for (int label : targets[example]) {
        members.get(label).set(example);
      }
    }
    return members;
  }
}
