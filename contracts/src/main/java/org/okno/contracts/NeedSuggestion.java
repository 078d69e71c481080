package org.okno.contracts;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a need was recognized in the text of a request: codes and figures, never words.
 *
 * @param model version of the model that read the text; 0 where none could
 * @param confidence how often such a suggestion is right, 0 to 1; null where no need was clear
 * @param candidates at most three needs that may be meant, most likely first
 */
public record NeedSuggestion(
    long model, @Nullable Double confidence, List<NeedCandidate> candidates) {
  public NeedSuggestion {
    candidates = List.copyOf(requireNonNull(candidates, "candidates"));
  }

  /**
   * A need that may be meant.
   *
   * @param confidence how often such a candidate is right, 0 to 1
   */
  public record NeedCandidate(String need, double confidence) {
    public NeedCandidate {
      requireNonNull(need, "need");
    }
  }
}
