package org.okno.routing.policy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.okno.contracts.HeldNeed.Candidate;
import org.okno.routing.directory.DirectorySnapshot;
import org.okno.routing.directory.Service;
import org.okno.routing.directory.Territory;

/** Agencies for a dispatcher to choose from when no rule assigns: at most three, best first. */
final class Candidates {
  static final int MAX = 3;

  private Candidates() {}

  /**
   * Who offers the need here but for others; who offers it below, or next door; who does anything
   * else here.
   */
  static List<Candidate> of(RoutingInput input) {
    Stream<Candidate> forOthers = input.outwards().flatMap(area -> forOthers(input, area));
    Stream<Candidate> nearby = nearby(input).flatMap(area -> offering(input, area));
    Stream<Candidate> anything = input.outwards().flatMap(area -> working(input.directory(), area));
    return best(Stream.of(forOthers, nearby, anything).flatMap(candidates -> candidates));
  }

  /** Several that no rule chooses between; where they are two, whoever else offers the need. */
  static List<Candidate> of(List<Candidate> several, RoutingInput input) {
    Stream<Candidate> others = input.outwards().flatMap(area -> offering(input, area));
    return best(Stream.concat(several.stream(), others));
  }

  /** For a need that the taxonomy does not have: whoever works here. */
  static List<Candidate> withoutNeed(DirectorySnapshot directory, Territory territory) {
    return best(working(directory, territory));
  }

  /** For a territory that the directory does not have: whoever offers the need. */
  static List<Candidate> withoutTerritory(DirectorySnapshot directory, String need) {
    return best(
        directory.offersAnywhere(need).stream()
            .map(service -> candidate(directory, service, Reason.of("offers-elsewhere"))));
  }

  private static Stream<Candidate> forOthers(RoutingInput input, Territory area) {
    Reason reason = Reason.of("offers-here-for-groups", "territory", area.name());
    return input.offersIn(area).stream()
        .map(
            service ->
                candidate(
                    input.directory(),
                    service,
                    reason.with("groups", String.join(", ", service.targetGroups()))));
  }

  private static Stream<Candidate> offering(RoutingInput input, Territory area) {
    Reason reason = Reason.of("offers-here", "territory", area.name());
    return input.offersIn(area).stream()
        .filter(input::isEligibleFor)
        .map(service -> candidate(input.directory(), service, reason));
  }

  private static Stream<Candidate> working(DirectorySnapshot directory, Territory area) {
    Reason reason = Reason.of("works-here", "territory", area.name());
    return directory.servicesIn(area.code()).stream()
        .map(service -> candidate(directory, service, reason));
  }

  /** The territories below, then the neighbours. */
  private static Stream<Territory> nearby(RoutingInput input) {
    DirectorySnapshot directory = input.directory();
    Territory here = input.territory();
    Stream<Territory> neighbours =
        here.parent() == null ? Stream.of() : directory.below(here.parent()).stream();
    return Stream.concat(directory.below(here.code()).stream(), neighbours)
        .filter(area -> !area.equals(here));
  }

  private static Candidate candidate(DirectorySnapshot directory, Service service, Reason reason) {
    return reason.candidate(directory.organizationOf(service).asRef());
  }

  private static List<Candidate> best(Stream<Candidate> candidates) {
    Map<String, Candidate> byAgency = new LinkedHashMap<>();
    candidates
        .takeWhile(candidate -> byAgency.size() < MAX)
        .forEach(candidate -> byAgency.putIfAbsent(candidate.agency().id(), candidate));
    return List.copyOf(byAgency.values());
  }
}
