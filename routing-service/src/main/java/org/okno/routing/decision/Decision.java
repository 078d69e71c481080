package org.okno.routing.decision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.okno.contracts.Assignment;
import org.okno.contracts.HeldNeed;
import org.okno.contracts.Questionnaire;
import org.okno.contracts.Questionnaire.TerritoryCandidate;
import org.okno.contracts.RequestedNeed;
import org.okno.contracts.RoutingEvent;
import org.okno.routing.directory.DeadlineRule;
import org.okno.routing.directory.DirectorySnapshot;
import org.okno.routing.policy.RoutingPolicy;
import org.okno.routing.policy.RoutingPolicy.Outcome;

/** The decision on a whole request: every need of it is in the result once, assigned or held. */
final class Decision {
  private Decision() {}

  static RoutingEvent on(
      Questionnaire questionnaire, RoutingPolicy policy, DirectorySnapshot directory, Instant at) {
    List<Assignment> assignments = new ArrayList<>();
    List<HeldNeed> held = new ArrayList<>();
    Set<String> groups = Set.copyOf(questionnaire.targetGroups());
    for (RequestedNeed need : questionnaire.needs()) {
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
    return held.isEmpty()
        ? new RoutingEvent.RequestRouted(questionnaire, assignments, at)
        : new RoutingEvent.RequestHeld(questionnaire, assignments, held, at);
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
