package org.okno.intake.suggestion;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.okno.suggestion.Candidate;
import org.okno.suggestion.Example;
import org.okno.suggestion.NeedClassifier;

/** How good a model is at texts that it has not learned from. Shares are from 0 to 1. */
@Schema(
    name = "SuggestionFigures",
    description = "How good a model is at texts that it has not learned from")
record Figures(
    @Schema(description = "How many texts were tried", required = true, examples = "412")
        int examples,
    @Schema(
            description = "Of the needs that it found, how many were right",
            required = true,
            examples = "0.91")
        double precision,
    @Schema(
            description = "Of the needs that there were, how many it found",
            required = true,
            examples = "0.78")
        double recall,
    @Schema(description = "F1 of both", required = true, examples = "0.84") double f1,
    @Schema(
            description = "The mean of the F1 of each need, however rare",
            required = true,
            examples = "0.71")
        double macroF1,
    @Schema(
            description = "Texts in which no need was clear to it",
            required = true,
            examples = "0.14")
        double abstained,
    @Schema(
            description = "Texts with a need of which the first three candidates have one",
            required = true,
            examples = "0.95")
        double amongThree,
    @Schema(
            description = "How far confidence is from how often it is right, on average",
            required = true,
            examples = "0.04")
        double calibrationError) {
  private static final int BINS = 10;
  private static final int THREE = 3;

  /**
   * Tries a model.
   *
   * @param leastConfidence from which on a need is clear
   */
  static Figures of(NeedClassifier classifier, List<Example> examples, double leastConfidence) {
    Counts counts = new Counts();
    examples.forEach(example -> counts.add(example, classifier, leastConfidence));
    return counts.figures(examples.size());
  }

  /** While texts are tried. */
  private static final class Counts {
    private final List<String> found = new ArrayList<>();
    private final List<String> present = new ArrayList<>();
    private final List<String> right = new ArrayList<>();
    private final double[] confidence = new double[BINS];
    private final int[] had = new int[BINS];
    private final int[] inBin = new int[BINS];
    private int abstained;
    private int withNeed;
    private int amongThree;

    void add(Example example, NeedClassifier classifier, double leastConfidence) {
      NeedClassifier.Reading reading = classifier.read(example.text(), example.facts());
      Set<String> clear = new HashSet<>();
      for (Candidate candidate : reading.clear()) {
        if (candidate.confidence() >= leastConfidence) {
          clear.add(candidate.label());
        }
      }
      abstained += clear.isEmpty() ? 1 : 0;
      withNeed += example.labels().isEmpty() ? 0 : 1;
      amongThree +=
          reading.all().stream()
                  .limit(THREE)
                  .anyMatch(one -> example.labels().contains(one.label()))
              ? 1
              : 0;
      found.addAll(clear);
      present.addAll(example.labels());
      clear.stream().filter(example.labels()::contains).forEach(right::add);
      for (Candidate candidate : reading.all()) {
        int bin = Math.min(BINS - 1, (int) (candidate.confidence() * BINS));
        inBin[bin]++;
        confidence[bin] += candidate.confidence();
        had[bin] += example.labels().contains(candidate.label()) ? 1 : 0;
      }
    }

    Figures figures(int examples) {
      Set<String> needs = new TreeSet<>(present);
      double macro =
          needs.stream()
              .mapToDouble(need -> f1(count(right, need), count(found, need), count(present, need)))
              .average()
              .orElse(0);
      return new Figures(
          examples,
          share(right.size(), found.size()),
          share(right.size(), present.size()),
          f1(right.size(), found.size(), present.size()),
          rounded(macro),
          share(abstained, examples),
          share(amongThree, withNeed),
          calibrationError());
    }

    /** Weighed by how many predictions a bin has, those under a tenth left out: most are near 0. */
    private double calibrationError() {
      double error = 0;
      int all = 0;
      for (int bin = 1; bin < BINS; bin++) {
        error += Math.abs(confidence[bin] - had[bin]);
        all += inBin[bin];
      }
      return all == 0 ? 0 : rounded(error / all);
    }

    private static long count(List<String> needs, String need) {
      return needs.stream().filter(need::equals).count();
    }

    private static double f1(long right, long found, long present) {
      return found + present == 0 ? 0 : rounded(2.0 * right / (found + present));
    }

    private static double share(int part, int whole) {
      return whole == 0 ? 0 : rounded((double) part / whole);
    }

    private static double rounded(double value) {
      return Math.round(value * 1000) / 1000.0;
    }
  }
}
