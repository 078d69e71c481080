package org.okno.routing.triage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.okno.contracts.Actor;
import org.okno.contracts.AgencyRef;
import org.okno.contracts.Assignment;
import org.okno.contracts.Questionnaire;
import org.okno.http.Problem;
import org.okno.routing.directory.DeadlineRule;
import org.okno.routing.directory.DirectorySnapshot;
import org.okno.routing.directory.Service;

/**
 * What a dispatcher's assignments make of an entry's needs.
 *
 * @param needs all of the entry, as they are afterwards
 * @param assignments one for each need that is assigned now
 */
record DispatcherChoice(List<TriageNeed> needs, List<Assignment> assignments) {
  private static final String DISPATCHER = "dispatcher";

  /**
   * Applies valid assignments.
   *
   * @param questionnaire of the entry
   * @param defaultHours for a need that no service of the agency names
   * @param by who decides
   * @throws org.okno.http.ProblemException 409 if a need is assigned already, or was withdrawn
   */
  static DispatcherChoice of(
      TriageAssignments chosen,
      List<TriageNeed> needs,
      Questionnaire questionnaire,
      DirectorySnapshot directory,
      int defaultHours,
      Instant now,
      Actor by) {
    List<TriageNeed> after = new ArrayList<>(needs.size());
    List<Assignment> assignments = new ArrayList<>();
    for (TriageNeed need : needs) {
      Optional<AgencyRef> agency = chosen.agencyFor(need, directory);
      if (agency.isEmpty()) {
        after.add(need);
        continue;
      }
      if (!need.waits()) {
        throw need.withdrawal() == null ? alreadyAssigned() : withdrawn();
      }
      TriageNeed decided = need.assignedTo(chosen.codeFor(need), agency.get(), now, by);
      int hours =
          promisedHours(agency.get(), decided.need(), questionnaire.territory().code(), directory)
              .orElse(defaultHours);
      Optional<DeadlineRule> rule =
          directory.deadlineRule(
              decided.need(), questionnaire.urgency(), Set.copyOf(questionnaire.targetGroups()));
      assignments.add(assignment(decided, agency.get(), hours, rule));
      after.add(decided);
    }
    return new DispatcherChoice(after, assignments);
  }

  private static RuntimeException alreadyAssigned() {
    return Problem.of(
            409,
            "already-assigned",
            "A need is assigned already",
            "Read the entry again and assign only the needs that wait.")
        .asException();
  }

  private static RuntimeException withdrawn() {
    return Problem.of(
            409,
            "withdrawn",
            "A need was withdrawn",
            "The person does not need it any more. Assign only the needs that wait.")
        .asException();
  }

  private static Assignment assignment(
      TriageNeed need, AgencyRef agency, int hours, Optional<DeadlineRule> rule) {
    return new Assignment(
        need.needId(),
        need.need(),
        agency,
        DISPATCHER,
        1,
        DISPATCHER,
        hours,
        Map.of("agency", agency.name()),
        rule.map(DeadlineRule::response).orElse(null),
        rule.map(DeadlineRule::resolution).orElse(null));
  }

  /** What the agency promises in the nearest territory where it offers the need. */
  private static OptionalInt promisedHours(
      AgencyRef agency, String need, String territory, DirectorySnapshot directory) {
    return Stream.concat(
            directory.outwards(territory).map(area -> directory.offers(need, area.code())),
            Stream.of(directory.offersAnywhere(need)))
        .map(offers -> soonestOf(agency, offers))
        .filter(OptionalInt::isPresent)
        .findFirst()
        .orElseGet(OptionalInt::empty);
  }

  private static OptionalInt soonestOf(AgencyRef agency, List<Service> offers) {
    return offers.stream()
        .filter(service -> service.organizationId().equals(agency.id()))
        .mapToInt(Service::respondWithinHours)
        .min();
  }
}
