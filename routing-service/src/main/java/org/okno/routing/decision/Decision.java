package org.okno.routing.decision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.okno.contracts.Assignment;
import org.okno.contracts.HeldNeed;
import org.okno.contracts.IntakeEvent.QuestionnaireCorrected;
import org.okno.contracts.NeedSuggestion;
import org.okno.contracts.Questionnaire;
import org.okno.contracts.Questionnaire.TerritoryCandidate;
import org.okno.contracts.RequestedNeed;
import org.okno.contracts.RoutingEvent;
import org.okno.routing.directory.DeadlineRule;
import org.okno.routing.directory.DirectorySnapshot;
import org.okno.routing.policy.RoutingPolicy;
import org.okno.routing.policy.RoutingPolicy.Outcome;

/** The decision on needs of a request: each is in the result once, assigned or held. */
record Decision(List<Assignment> assignments, List<HeldNeed> held) {

  /**
   * On the whole request.
   *
   * @param leastConfidence from which on a need that was recognized in the text is decided like one
   *     that was named
   */
  static RoutingEvent on(
      Questionnaire questionnaire,
      RoutingPolicy policy,
      DirectorySnapshot directory,
      double leastConfidence,
      Instant at) {
    Decision made = on(questionnaire, questionnaire.needs(), policy, directory, leastConfidence);
    return made.held.isEmpty()
        ? new RoutingEvent.RequestRouted(questionnaire, made.assignments, at)
        : new RoutingEvent.RequestHeld(questionnaire, made.assignments, made.held, at);
  }

  /** On what a correction added. */
  static RoutingEvent on(
      QuestionnaireCorrected corrected,
      RoutingPolicy policy,
      DirectorySnapshot directory,
      double leastConfidence,
      Instant at) {
    Questionnaire questionnaire = corrected.questionnaire();
    List<RequestedNeed> added =
        questionnaire.needs().stream()
            .filter(need -> corrected.correction().added().contains(need.id()))
            .toList();
    Decision made = on(questionnaire, added, policy, directory, leastConfidence);
    return new RoutingEvent.RequestCorrected(
        questionnaire, made.assignments, made.held, corrected.correction(), at);
  }

  private static Decision on(
      Questionnaire questionnaire,
      List<RequestedNeed> needs,
      RoutingPolicy policy,
      DirectorySnapshot directory,
      double leastConfidence) {
    List<Assignment> assignments = new ArrayList<>();
    List<HeldNeed> held = new ArrayList<>();
    Set<String> groups = Set.copyOf(questionnaire.targetGroups());
    for (RequestedNeed need : needs) {
      switch (outcome(questionnaire, need, policy, directory, groups, leastConfidence)) {
        case Outcome.Assigned assigned -> {
          Optional<DeadlineRule> rule =
              directory.deadlineRule(need.need(), questionnaire.urgency(), groups);
          assignments.add(assignment(need, assigned, rule));
        }
        case Outcome.Held(var reason, var candidates) ->
            held.add(
                new HeldNeed(
                    need.id(), need.need(), reason.code(), candidates, reason.parameters()));
      }
    }
    return new Decision(assignments, held);
  }

  /** Where the territory is not clear, a dispatcher decides. */
  static Outcome outcome(
      Questionnaire questionnaire,
      RequestedNeed need,
      RoutingPolicy policy,
      DirectorySnapshot directory,
      Set<String> groups,
      double leastConfidence) {
    List<TerritoryCandidate> unclear = questionnaire.territoryCandidates();
    if (unclear != null) {
      return policy.holdUnclear(
          directory, need.need(), unclear.stream().map(TerritoryCandidate::code).toList(), groups);
    }
    String territory = questionnaire.territory().code();
    NeedSuggestion suggestion = need.suggestion();
    return suggestion == null || isSure(need, suggestion, leastConfidence)
        ? policy.decide(directory, need.need(), territory, groups)
        : policy.holdUnsure(
            directory,
            isUnclear(need) ? "need-unclear" : "need-unsure",
            suggestion.candidates().stream().map(NeedSuggestion.NeedCandidate::need).toList(),
            territory,
            groups);
  }

  private static boolean isUnclear(RequestedNeed need) {
    return need.need().equals(RequestedNeed.UNCLEAR);
  }

  private static boolean isSure(
      RequestedNeed need, NeedSuggestion suggestion, double leastConfidence) {
    Double confidence = suggestion.confidence();
    return !isUnclear(need) && confidence != null && confidence >= leastConfidence;
  }

  static Assignment assignment(
      RequestedNeed need, Outcome.Assigned assigned, Optional<DeadlineRule> rule) {
    return new Assignment(
        need.id(),
        need.need(),
        assigned.result().agency(),
        assigned.rule().name(),
        assigned.rule().version(),
        assigned.result().reason().code(),
        assigned.result().service().respondWithinHours(),
        assigned.result().reason().parameters(),
        rule.map(DeadlineRule::response).orElse(null),
        rule.map(DeadlineRule::resolution).orElse(null));
  }
}
