package org.okno.routing.policy;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.okno.routing.directory.DirectorySnapshot;
import org.okno.routing.directory.Service;
import org.okno.routing.directory.Territory;

/**
 * A need of a person in these target groups, here.
 *
 * @param need code that is in the directory
 * @param territory where the person is
 */
public record RoutingInput(
    DirectorySnapshot directory, String need, Territory territory, Set<String> targetGroups) {
  public RoutingInput {
    targetGroups = Set.copyOf(targetGroups);
  }

  /** The offers for the need in a territory, for whomever. */
  List<Service> offersIn(Territory area) {
    return directory.offers(need, area.code());
  }

  /** Whether a service is for target groups, and the person is in one of them. */
  boolean isInTargetGroupOf(Service service) {
    return service.targetGroups().stream().anyMatch(targetGroups::contains);
  }

  /** Whether the service is for the person. */
  boolean isEligibleFor(Service service) {
    return service.targetGroups().isEmpty() || isInTargetGroupOf(service);
  }

  /** The territory and those above it, nearest first. */
  Stream<Territory> outwards() {
    return directory.outwards(territory.code());
  }
}
