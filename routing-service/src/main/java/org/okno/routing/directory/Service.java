package org.okno.routing.directory;

import java.util.List;
import java.util.Set;

/**
 * What an agency offers, where and for whom. Names after HSDS {@code service}.
 *
 * @param status one of {@link #STATUSES}; only an active service is given needs
 * @param respondWithinHours hours the agency has to settle a need
 * @param needs codes on the axis {@code need}
 * @param serviceAreas territory codes; a service reaches all that lies below them
 * @param targetGroups codes on the axis {@code target-group}: the service is for people in one of
 *     them; empty means for everybody
 */
public record Service(
    String id,
    String organizationId,
    String name,
    String status,
    int respondWithinHours,
    List<String> needs,
    List<String> serviceAreas,
    List<String> targetGroups) {
  private static final String ACTIVE = "active";

  /** As HSDS writes them. */
  public static final Set<String> STATUSES =
      Set.of(ACTIVE, "inactive", "defunct", "temporarily closed");

  public Service {
    needs = List.copyOf(needs);
    serviceAreas = List.copyOf(serviceAreas);
    targetGroups = List.copyOf(targetGroups);
  }

  /** Whether needs may be given to it now. */
  public boolean isActive() {
    return status.equals(ACTIVE);
  }

  /** Whether it is for everybody, not only for some target groups. */
  public boolean isForEverybody() {
    return targetGroups.isEmpty();
  }
}
