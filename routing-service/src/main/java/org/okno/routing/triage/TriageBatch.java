package org.okno.routing.triage;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.okno.http.Problem.FieldError;

/** Assignments of several entries; each entry once. */
@Schema(description = "Assignments of several entries")
public record TriageBatch(
    @Schema(description = "Each entry once", required = true, minItems = 1, maxItems = 100)
        @Nullable List<@Nullable Item> items) {

  /** The assignments of one entry. */
  @Schema(name = "TriageBatchItem", description = "The assignments of one entry")
  public record Item(
      @Schema(
              description = "Id of the request",
              examples = "019cad30-059a-7b2f-8036-0ae312051665",
              required = true)
          @Nullable UUID requestId,
      @Schema(
              description = "Version of the entry that the dispatcher saw",
              examples = "1",
              required = true)
          @Nullable Long version,
      @Schema(description = "Each need once", required = true, minItems = 1)
          @Nullable List<TriageAssignments.@Nullable Item> assignments) {

    TriageAssignments chosen() {
      return new TriageAssignments(assignments);
    }
  }

  /** Validation errors of the batch; whatever is wrong with what is in an entry is its result. */
  List<FieldError> errors(int max) {
    if (items == null || items.isEmpty() || items.size() > max) {
      return List.of(new FieldError("/items", "expected 1 to " + max + " entries"));
    }
    List<FieldError> errors = new ArrayList<>();
    Set<UUID> seen = new HashSet<>();
    for (int i = 0; i < items.size(); i++) {
      Item item = items.get(i);
      String pointer = "/items/" + i;
      if (item == null || item.requestId() == null) {
        errors.add(new FieldError(pointer + "/requestId", "expected the id of a request"));
      } else if (!seen.add(item.requestId())) {
        errors.add(new FieldError(pointer + "/requestId", "the entry is named twice"));
      }
      if (item == null || item.version() == null) {
        errors.add(new FieldError(pointer + "/version", "expected the version of the entry"));
      }
    }
    return errors;
  }

  /** The entries of a batch without errors. */
  List<Item> valid() {
    return Objects.requireNonNull(items).stream().map(Objects::requireNonNull).toList();
  }
}
