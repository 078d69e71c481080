package org.okno.routing.triage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Stream;
import org.okno.contracts.AgencyRef;
import org.okno.contracts.Assignment;
import org.okno.http.Problem;
import org.okno.routing.directory.DirectorySnapshot;
import org.okno.routing.directory.Organization;
import org.okno.routing.directory.Service;
import org.okno.routing.directory.Territory;

/**
 * What a dispatcher's assignments make of an entry's needs.
 *
 * @param needs all of the entry, as they are afterwards
 * @param assignments one a need that got its agency now
 */
record DispatcherChoice(List<TriageNeed> needs, List<Assignment> assignments) {
  static final String RULE = "dispatcher";
  private static final String REASON = "a dispatcher chose this agency";

  /**
   * Applies assignments in which nothing is wrong.
   *
   * @param territory code of where the person is
   * @param usualHours for a need that no service of the agency names
   * @throws org.okno.http.ProblemException 409 if a need has its agency already
   */
  static DispatcherChoice of(
      AssignmentsAsked asked,
      List<TriageNeed> needs,
      String territory,
      DirectorySnapshot directory,
      int usualHours,
      Instant now) {
    List<TriageNeed> after = new ArrayList<>(needs.size());
    List<Assignment> assignments = new ArrayList<>();
    for (TriageNeed need : needs) {
      Optional<AgencyRef> agency = agencyFor(need.needId(), asked, directory);
      if (agency.isEmpty()) {
        after.add(need);
      } else if (!need.isWaiting()) {
        throw Problem.of(
                409,
                "already-assigned",
                "A need has its agency already",
                "Read the entry again and assign only the needs that wait.")
            .asException();
      } else {
        int hours =
            promisedHours(agency.get(), need.need(), territory, directory).orElse(usualHours);
        assignments.add(
            new Assignment(need.needId(), need.need(), agency.get(), RULE, 1, REASON, hours));
        after.add(need.assignedTo(agency.get(), now));
      }
    }
    return new DispatcherChoice(after, assignments);
  }

  private static Optional<AgencyRef> agencyFor(
      UUID needId, AssignmentsAsked asked, DirectorySnapshot directory) {
    return asked.list().stream()
        .filter(one -> one.need().filter(needId::equals).isPresent())
        .findFirst()
        .map(AssignmentsAsked.One::agencyId)
        .flatMap(directory::organization)
        .map(Organization::asRef);
  }

  /** What the agency promises in the nearest place where it offers the need. */
  private static OptionalInt promisedHours(
      AgencyRef agency, String need, String territory, DirectorySnapshot directory) {
    Stream<Territory> outwards =
        directory.territory(territory).stream()
            .flatMap(here -> Stream.concat(Stream.of(here), directory.above(here).stream()));
    Stream<List<Service>> places =
        Stream.concat(
            outwards.map(place -> directory.offers(need, place.code())),
            Stream.of(directory.offersAnywhere(need)));
    return places
        .map(offers -> quickestOf(agency, offers))
        .filter(OptionalInt::isPresent)
        .findFirst()
        .orElseGet(OptionalInt::empty);
  }

  private static OptionalInt quickestOf(AgencyRef agency, List<Service> offers) {
    return offers.stream()
        .filter(service -> service.organizationId().equals(agency.id()))
        .mapToInt(Service::respondWithinHours)
        .min();
  }
}
