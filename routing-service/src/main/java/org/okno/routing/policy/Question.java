package org.okno.routing.policy;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.okno.routing.directory.DirectorySnapshot;
import org.okno.routing.directory.Service;
import org.okno.routing.directory.Territory;

/**
 * Who helps with this need, here, for a person in these target groups?
 *
 * @param need code that is in the directory
 * @param territory where the person is
 */
public record Question(
    DirectorySnapshot directory, String need, Territory territory, Set<String> targetGroups) {
  public Question {
    targetGroups = Set.copyOf(targetGroups);
  }

  /** What is offered for the need in a territory, whoever it is for. */
  List<Service> offersIn(Territory place) {
    return directory.offers(need, place.code());
  }

  /** Whether a service is for target groups, and the person is in one of them. */
  boolean isInTargetGroupOf(Service service) {
    return service.targetGroups().stream().anyMatch(targetGroups::contains);
  }

  /** Whether the person may turn to a service. */
  boolean isEligibleFor(Service service) {
    return service.isForEverybody() || isInTargetGroupOf(service);
  }

  /** The territory and what lies above it, nearest first. */
  Stream<Territory> outwards() {
    return Stream.concat(Stream.of(territory), directory.above(territory).stream());
  }
}
