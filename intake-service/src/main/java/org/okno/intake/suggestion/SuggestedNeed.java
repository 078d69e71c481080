package org.okno.intake.suggestion;

import java.util.List;
import org.okno.contracts.NeedSuggestion;
import org.okno.contracts.RequestedNeed;

/**
 * What a text says is needed: a code and how sure that is, no words.
 *
 * @param need code, or {@link RequestedNeed#UNCLEAR}
 */
public record SuggestedNeed(String need, NeedSuggestion suggestion) {

  static SuggestedNeed unclear(long model, List<NeedSuggestion.NeedCandidate> candidates) {
    return new SuggestedNeed(RequestedNeed.UNCLEAR, new NeedSuggestion(model, null, candidates));
  }
}
