package org.okno.intake.suggestion;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.okno.suggestion.Example;

/** How good a model of phrases is: one that does not know every fifth phrase, tried on those. */
final class PhraseFigures {
  private static final int PARTS = 5;

  private PhraseFigures() {}

  static Figures of(List<Example> phrases, double leastConfidence) {
    List<Example> known = part(phrases, i -> i % PARTS != 0);
    List<Example> others = part(phrases, i -> i % PARTS == 0);
    return Figures.of(Training.on(known), others, leastConfidence);
  }

  private static List<Example> part(List<Example> phrases, IntPredicate chosen) {
    return IntStream.range(0, phrases.size()).filter(chosen).mapToObj(phrases::get).toList();
  }
}
