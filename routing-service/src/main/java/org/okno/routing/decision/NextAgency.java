package org.okno.routing.decision;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.okno.contracts.Assignment;
import org.okno.contracts.CaseEvent.NeedDeclined;
import org.okno.contracts.CaseEvent.Returned;
import org.okno.contracts.HeldNeed;
import org.okno.contracts.Questionnaire;
import org.okno.contracts.Refusal;
import org.okno.contracts.RequestedNeed;
import org.okno.contracts.RoutingEvent;
import org.okno.messaging.PoisonEventException;
import org.okno.routing.directory.DirectorySnapshot;
import org.okno.routing.policy.RoutingPolicy;
import org.okno.routing.policy.RoutingPolicy.Outcome;

/**
 * The decision on a need that its agency declined: by the same policy, over what the agencies offer
 * that did not decline it. Each is tried once, so a need does not go round: the nearest territory
 * first, then those above it, and a dispatcher at the end.
 */
final class NextAgency {
  /** Whatever was recognized in the text, it was decided on before. */
  private static final double ANY_CONFIDENCE = 0;

  private NextAgency() {}

  /**
   * @throws PoisonEventException if the questionnaire does not have the need
   */
  static RoutingEvent of(
      NeedDeclined declined,
      Returned returned,
      RoutingPolicy policy,
      DirectorySnapshot directory,
      Instant at) {
    Questionnaire questionnaire = returned.questionnaire();
    RequestedNeed need = need(declined, questionnaire);
    Set<String> tried =
        returned.refusals().stream()
            .map(refusal -> refusal.agency().id())
            .collect(Collectors.toSet());
    Set<String> groups = Set.copyOf(questionnaire.targetGroups());
    Outcome outcome =
        Decision.outcome(
            questionnaire, need, policy, directory.without(tried), groups, ANY_CONFIDENCE);
    return switch (outcome) {
      case Outcome.Assigned assigned ->
          new RoutingEvent.NeedRerouted(
              questionnaire,
              List.of(
                  next(
                      Decision.assignment(
                          need,
                          assigned,
                          directory.deadlineRule(need.need(), questionnaire.urgency(), groups)),
                      returned)),
              returned.refusals(),
              at);
      case Outcome.Held held ->
          new RoutingEvent.NeedHeld(
              questionnaire, held(need, held, returned), returned.refusals(), at);
    };
  }

  private static RequestedNeed need(NeedDeclined declined, Questionnaire questionnaire) {
    return questionnaire.needs().stream()
        .filter(one -> one.id().equals(declined.need().needId()))
        .findFirst()
        .orElseThrow(
            () -> new PoisonEventException("a need is returned that its questionnaire lacks"));
  }

  private static Assignment next(Assignment found, Returned returned) {
    return new Assignment(
        found.needId(),
        found.need(),
        found.agency(),
        found.rule(),
        found.ruleVersion(),
        "next-agency",
        found.respondWithinHours(),
        withDeclined(found.because().parameters(), returned),
        found.respondWithin(),
        found.resolveWithin());
  }

  private static HeldNeed held(RequestedNeed need, Outcome.Held held, Returned returned) {
    boolean nobody = held.reason().code().equals("no-agency");
    return new HeldNeed(
        need.id(),
        need.need(),
        nobody ? "all-declined" : held.reason().code(),
        held.candidates(),
        nobody ? withDeclined(held.reason().parameters(), returned) : held.reason().parameters());
  }

  private static Map<String, String> withDeclined(
      Map<String, String> parameters, Returned returned) {
    Map<String, String> all = new HashMap<>(parameters);
    all.put(
        "declined",
        returned.refusals().stream()
            .map(Refusal::agency)
            .map(agency -> agency.name())
            .collect(Collectors.joining(", ")));
    return all;
  }
}
