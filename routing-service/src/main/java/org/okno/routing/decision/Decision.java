package org.okno.routing.decision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.okno.contracts.Assignment;
import org.okno.contracts.HeldNeed;
import org.okno.contracts.IntakeEvent.QuestionnaireCorrected;
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

  /** On the whole request. */
  static RoutingEvent on(
      Questionnaire questionnaire, RoutingPolicy policy, DirectorySnapshot directory, Instant at) {
    Decision made = on(questionnaire, questionnaire.needs(), policy, directory);
    return made.held.isEmpty()
        ? new RoutingEvent.RequestRouted(questionnaire, made.assignments, at)
        : new RoutingEvent.RequestHeld(questionnaire, made.assignments, made.held, at);
  }

  /** On what a correction added. */
  static RoutingEvent on(
      QuestionnaireCorrected corrected,
      RoutingPolicy policy,
      DirectorySnapshot directory,
      Instant at) {
    Questionnaire questionnaire = corrected.questionnaire();
    List<RequestedNeed> added =
        questionnaire.needs().stream()
            .filter(need -> corrected.correction().added().contains(need.id()))
            .toList();
    Decision made = on(questionnaire, added, policy, directory);
    return new RoutingEvent.RequestCorrected(
        questionnaire, made.assignments, made.held, corrected.correction(), at);
  }

  private static Decision on(
      Questionnaire questionnaire,
      List<RequestedNeed> needs,
      RoutingPolicy policy,
      DirectorySnapshot directory) {
    List<Assignment> assignments = new ArrayList<>();
    List<HeldNeed> held = new ArrayList<>();
    Set<String> groups = Set.copyOf(questionnaire.targetGroups());
    for (RequestedNeed need : needs) {
      switch (outcome(questionnaire, need, policy, directory, groups)) {
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
      Set<String> groups) {
    List<TerritoryCandidate> unclear = questionnaire.territoryCandidates();
    return unclear == null
        ? policy.decide(directory, need.need(), questionnaire.territory().code(), groups)
        : policy.holdUnclear(
            directory,
            need.need(),
            unclear.stream().map(TerritoryCandidate::code).toList(),
            groups);
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
