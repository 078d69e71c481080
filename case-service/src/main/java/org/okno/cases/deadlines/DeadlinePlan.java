package org.okno.cases.deadlines;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.okno.contracts.AllowedTime;
import org.okno.contracts.Assignment;
import org.okno.contracts.Deadline;
import org.okno.contracts.Questionnaire;

/**
 * Which deadlines a decision sets.
 *
 * @param hours by id of the agency; one that is not there is open in office hours
 */
public record DeadlinePlan(DeadlineRules rules, Map<String, OpeningHours> hours) {
  public DeadlinePlan {
    hours = Map.copyOf(hours);
  }

  /** Of a need that waits for a dispatcher; none where its urgency allows any time. */
  public List<Deadline> inTriage(Questionnaire questionnaire, Instant heldAt) {
    WorkingTime desk = rules.workingTime(OpeningHours.OFFICE, questionnaire.territory().zone());
    return rules.triage(questionnaire.urgency()).stream()
        .map(limit -> rules.deadline(Deadline.ASSIGNMENT, limit, heldAt, desk))
        .toList();
  }

  /**
   * Of a need that an agency gets: when it has to respond, where that is limited; and to settle.
   */
  public List<Deadline> assigned(
      Assignment assignment, Questionnaire questionnaire, Instant assignedAt) {
    WorkingTime agency =
        rules.workingTime(
            hours.getOrDefault(assignment.agency().id(), OpeningHours.OFFICE),
            questionnaire.territory().zone());
    Stream<Deadline> response =
        Optional.ofNullable(assignment.respondWithin())
            .map(allowed -> rules.deadline(Deadline.RESPONSE, allowed, assignedAt, agency))
            .stream();
    AllowedTime toResolve =
        Optional.ofNullable(assignment.resolveWithin())
            .orElseGet(() -> new AllowedTime(assignment.respondWithinHours() * 60, "minutes"));
    Stream<Deadline> resolution =
        Stream.of(rules.deadline(Deadline.RESOLUTION, toResolve, assignedAt, agency));
    return Stream.concat(response, resolution).toList();
  }
}
