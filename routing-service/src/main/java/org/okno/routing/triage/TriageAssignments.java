package org.okno.routing.triage;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
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
          @Nullable String agencyId,
      @Schema(
              description =
                  "What is needed, where that is not clear or was only recognized in the text; without"
                      + " it, what the entry says. Codes: GET /v1/directory/terms",
              examples = "food")
          @Nullable String need) {

    private boolean isFor(TriageNeed need) {
      return need.needId().equals(needId);
    }

    private boolean isDoneIn(TriageNeed need) {
      return isFor(need)
          && need.agency() != null
          && need.agency().id().equals(agencyId)
          && (this.need == null || this.need.equals(need.need()));
    }

    private Optional<String> error(TriageNeed held, DirectorySnapshot directory) {
      if (need == null) {
        return held.unclear()
            ? Optional.of(
                "is missing; it is not clear what is needed. GET /v1/directory/terms lists codes")
            : Optional.empty();
      }
      if (!directory.hasNeed(need)) {
        return Optional.of("unknown need; GET /v1/directory/terms lists them");
      }
      return held.suggestion() == null && !need.equals(held.need())
          ? Optional.of("is not what was asked for, and was not recognized in a text; leave it out")
          : Optional.empty();
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

  /** What is needed, as it was chosen; what the entry says where nothing was. */
  String codeFor(TriageNeed need) {
    return items().stream()
        .filter(item -> item.isFor(need))
        .findFirst()
        .map(Item::need)
        .orElse(need.need());
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
    Map<UUID, TriageNeed> known =
        needs.stream().collect(Collectors.toMap(TriageNeed::needId, Function.identity()));
    Set<UUID> seen = new HashSet<>();
    for (int i = 0; i < items.size(); i++) {
      Item item = items.get(i);
      String pointer = "/assignments/" + i;
      TriageNeed held = item.needId() == null ? null : known.get(item.needId());
      if (held == null) {
        errors.add(new FieldError(pointer + "/needId", "expected the id of a need of this entry"));
      } else if (!seen.add(held.needId())) {
        errors.add(new FieldError(pointer + "/needId", "the need is named twice"));
      } else {
        item.error(held, directory)
            .ifPresent(error -> errors.add(new FieldError(pointer + "/need", error)));
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
