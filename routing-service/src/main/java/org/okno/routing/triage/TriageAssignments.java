package org.okno.routing.triage;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.okno.contracts.AgencyRef;
import org.okno.http.Problem.FieldError;
import org.okno.routing.directory.DirectorySnapshot;
import org.okno.routing.directory.Organization;

/** Which agencies a dispatcher chose; each need once. */
@Schema(description = "Which agencies a dispatcher chose")
public record TriageAssignments(
    @Schema(description = "Each need once", required = true, minItems = 1)
        @Nullable List<@Nullable Item> assignments) {

  /** A need and its agency. */
  @Schema(name = "TriageAssignment", description = "A need and the agency to which it is assigned")
  public record Item(
      @Schema(
              description = "Id of a need of the entry",
              examples = "019cad30-059a-7638-8b27-cb781180fa9b",
              required = true)
          @Nullable UUID needId,
      @Schema(
              description = "Id of an agency; ids: GET /v1/directory/agencies",
              examples = "food-bank",
              required = true)
          @Nullable String agencyId) {

    private boolean isFor(TriageNeed need) {
      return need.needId().equals(needId);
    }

    private boolean isDoneIn(TriageNeed need) {
      return isFor(need) && need.agency() != null && need.agency().id().equals(agencyId);
    }
  }

  /** The agency that was chosen for a need. */
  Optional<AgencyRef> agencyFor(TriageNeed need, DirectorySnapshot directory) {
    return items().stream()
        .filter(item -> item.isFor(need))
        .findFirst()
        .map(Item::agencyId)
        .flatMap(directory::organization)
        .map(Organization::asRef);
  }

  /** Whether each of these needs has the agency that was chosen for it: the step is repeated. */
  boolean areDoneIn(List<TriageNeed> needs) {
    return !items().isEmpty()
        && items().stream().allMatch(item -> needs.stream().anyMatch(item::isDoneIn));
  }

  /** Every validation error, given the needs of the entry and the directory. */
  List<FieldError> errors(List<TriageNeed> needs, DirectorySnapshot directory) {
    List<FieldError> errors = new ArrayList<>();
    List<Item> items = items();
    if (items.isEmpty() || items.size() != Objects.requireNonNull(assignments).size()) {
      errors.add(
          new FieldError("/assignments", "expected at least one {needId, agencyId}, none null"));
      return errors;
    }
    Set<UUID> known = needs.stream().map(TriageNeed::needId).collect(Collectors.toSet());
    Set<UUID> seen = new HashSet<>();
    for (int i = 0; i < items.size(); i++) {
      Item item = items.get(i);
      String pointer = "/assignments/" + i;
      if (item.needId() == null || !known.contains(item.needId())) {
        errors.add(new FieldError(pointer + "/needId", "expected the id of a need of this entry"));
      } else if (!seen.add(item.needId())) {
        errors.add(new FieldError(pointer + "/needId", "the need is named twice"));
      }
      if (item.agencyId() == null || directory.organization(item.agencyId()).isEmpty()) {
        errors.add(new FieldError(pointer + "/agencyId", "there is no agency with this id"));
      }
    }
    return errors;
  }

  private List<Item> items() {
    return assignments == null ? List.of() : assignments.stream().filter(Objects::nonNull).toList();
  }
}
