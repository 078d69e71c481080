package org.okno.routing.policy;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.okno.contracts.AgencyRef;
import org.okno.contracts.HeldNeed.Candidate;
import org.okno.routing.directory.Service;
import org.okno.routing.directory.Territory;

/**
 * Looks at the nearest territory where anything is offered that the person is eligible for, and at
 * one kind of offer there. Two agencies with the same claim are never chosen between.
 *
 * @param reach whether that is the person's own territory or the nearest one above it
 * @param kind which offers there are looked at
 */
record NearestOffer(String name, int version, Reach reach, Kind kind) implements Rule {

  enum Reach {
    OWN_TERRITORY,
    ABOVE
  }

  enum Kind {
    FOR_TARGET_GROUP,
    FOR_EVERYBODY
  }

  @Override
  public RuleResult apply(RoutingInput input) {
    return nearest(input).map(area -> choose(input, area)).orElseGet(RuleResult.Pass::new);
  }

  private Optional<Territory> nearest(RoutingInput input) {
    Stream<Territory> areas =
        switch (reach) {
          case OWN_TERRITORY -> Stream.of(input.territory());
          case ABOVE -> input.outwards().skip(1);
        };
    return areas
        .filter(area -> input.offersIn(area).stream().anyMatch(input::isEligibleFor))
        .findFirst();
  }

  private RuleResult choose(RoutingInput input, Territory area) {
    Map<String, Service> byAgency = new LinkedHashMap<>();
    input.offersIn(area).stream()
        .filter(service -> isOfThisKind(input, service))
        // Of several services of one agency, the one that promises to respond soonest.
        .sorted(Comparator.comparingInt(Service::respondWithinHours).thenComparing(Service::id))
        .forEach(service -> byAgency.putIfAbsent(service.organizationId(), service));
    return switch (byAgency.size()) {
      case 0 -> new RuleResult.Pass();
      case 1 -> assign(input, area, byAgency.values().iterator().next());
      default -> ambiguous(input, area, byAgency);
    };
  }

  private boolean isOfThisKind(RoutingInput input, Service service) {
    return switch (kind) {
      case FOR_TARGET_GROUP -> input.isInTargetGroupOf(service);
      case FOR_EVERYBODY -> service.targetGroups().isEmpty();
    };
  }

  private RuleResult assign(RoutingInput input, Territory area, Service service) {
    AgencyRef agency = input.directory().organizationOf(service).asRef();
    Map<String, String> parameters = Map.of("agency", agency.name(), "territory", area.name());
    Reason reason =
        switch (kind) {
          case FOR_EVERYBODY -> new Reason("only-agency", parameters);
          case FOR_TARGET_GROUP ->
              new Reason("only-agency-for-group", parameters)
                  .with("groups", groups(input, service));
        };
    return new RuleResult.Assign(agency, service, reason);
  }

  private static String groups(RoutingInput input, Service service) {
    return service.targetGroups().stream()
        .filter(input.targetGroups()::contains)
        .collect(Collectors.joining(", "));
  }

  private static RuleResult ambiguous(
      RoutingInput input, Territory area, Map<String, Service> byAgency) {
    Reason offersHere = Reason.of("offers-here", "territory", area.name());
    List<Candidate> candidates =
        byAgency.values().stream()
            .sorted(Comparator.comparing(Service::organizationId))
            .map(service -> offersHere.candidate(input.directory().organizationOf(service).asRef()))
            .toList();
    return new RuleResult.Ambiguous(
        Candidates.of(candidates, input), Reason.of("several-agencies", "territory", area.name()));
  }
}
