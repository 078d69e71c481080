package org.okno.intake.suggestion;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Predicate;
import org.okno.contracts.NeedSuggestion;
import org.okno.suggestion.Candidate;
import org.okno.suggestion.ModelFile;
import org.okno.suggestion.NeedClassifier;
import org.okno.suggestion.WeighedWord;

/**
 * A model that recognizes needs, as it is stored under a version. Threads may share it.
 *
 * @param version from 1
 */
record NeedModel(long version, NeedClassifier classifier) {
  private static final int MOST_NEEDS = 5;
  private static final int MOST_CANDIDATES = 3;
  private static final int MOST_WORDS = 5;
  private static final double LEAST_CANDIDATE = 0.05;

  /**
   * Reads a stored model.
   *
   * @throws IOException where it is no model, one of another version of the format, or damaged; the
   *     message says which
   */
  static NeedModel read(long version, byte[] file) throws IOException {
    return new NeedModel(version, ModelFile.read(new ByteArrayInputStream(file)));
  }

  /** As it is stored. */
  static byte[] file(NeedClassifier classifier) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try {
      ModelFile.write(classifier, file);
    } catch (IOException e) {
      throw new UncheckedIOException("an array cannot be written", e);
    }
    return file.toByteArray();
  }

  /**
   * The needs that a text names, most likely first; {@link SuggestedNeed#unclear} where none is
   * clear.
   *
   * @param isKnown whether the directory has a code: it may have changed since the model learned
   * @param leastConfidence from which on a need is clear
   */
  List<SuggestedNeed> needs(String text, Predicate<String> isKnown, double leastConfidence) {
    if (text.codePoints().noneMatch(Character::isLetter)) {
      return List.of(SuggestedNeed.unclear(version, List.of())); // a size of shoes is no request
    }
    NeedClassifier.Reading reading = classifier.read(text, List.of());
    List<NeedSuggestion.NeedCandidate> candidates =
        reading.all().stream()
            .filter(one -> one.confidence() >= LEAST_CANDIDATE && isKnown.test(one.label()))
            .limit(MOST_CANDIDATES)
            .map(one -> new NeedSuggestion.NeedCandidate(one.label(), rounded(one)))
            .toList();
    List<SuggestedNeed> clear =
        reading.clear().stream()
            .filter(one -> one.confidence() >= leastConfidence && isKnown.test(one.label()))
            .limit(MOST_NEEDS)
            .map(one -> suggested(one, candidates))
            .toList();
    return clear.isEmpty() ? List.of(SuggestedNeed.unclear(version, candidates)) : clear;
  }

  private SuggestedNeed suggested(Candidate one, List<NeedSuggestion.NeedCandidate> candidates) {
    return new SuggestedNeed(one.label(), new NeedSuggestion(version, rounded(one), candidates));
  }

  private static double rounded(Candidate one) {
    return Math.round(one.confidence() * 1000) / 1000.0;
  }

  /** The words that spoke for a need, the loudest first; for whoever may read the text. */
  List<String> words(String text, String need) {
    return classifier.explain(text, need, MOST_WORDS).stream().map(WeighedWord::word).toList();
  }
}
