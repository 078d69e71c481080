package org.okno.intake.acceptance;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.okno.contracts.NeedSuggestion;
import org.okno.contracts.RequestedNeed;
import org.okno.intake.questionnaire.SubmittedQuestionnaire;
import org.okno.intake.suggestion.SuggestedNeed;

/**
 * A need of a submission, before it has its id.
 *
 * @param suggestion how it was recognized in the text; null where it was named
 */
record AskedNeed(String need, @Nullable String situation, @Nullable NeedSuggestion suggestion) {

  static AskedNeed named(SubmittedQuestionnaire.Need need) {
    return new AskedNeed(need.need(), need.situation(), null);
  }

  static AskedNeed recognized(SuggestedNeed need) {
    return new AskedNeed(need.need(), null, need.suggestion());
  }

  boolean isUnclear() {
    return need.equals(RequestedNeed.UNCLEAR);
  }

  RequestedNeed withId(UUID id) {
    return new RequestedNeed(id, need, situation, suggestion);
  }
}
