package org.okno.routing.triage;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.okno.http.Problem.FieldError;
import org.okno.routing.directory.DirectorySnapshot;

/**
 * What a dispatcher sends.
 *
 * @param dispatcher staff id
 * @param assignments each need once
 */
public record AssignmentsAsked(
    @Nullable String dispatcher, @Nullable List<@Nullable One> assignments) {
  private static final int LONGEST_ID = 200;

  /** A need and the agency that is to get it. */
  public record One(@Nullable String needId, @Nullable String agencyId) {
    Optional<UUID> need() {
      try {
        return Optional.ofNullable(needId).map(UUID::fromString);
      } catch (IllegalArgumentException e) {
        return Optional.empty();
      }
    }
  }

  /** The staff id; only where {@link #wrong} found nothing. */
  String who() {
    return Objects.requireNonNull(dispatcher).strip();
  }

  /** The assignments; none where there are none or one is null. */
  List<One> list() {
    return assignments == null ? List.of() : assignments.stream().filter(Objects::nonNull).toList();
  }

  /** Every wrong field, seen with the needs of the entry and the directory. */
  List<FieldError> wrong(List<TriageNeed> needs, DirectorySnapshot directory) {
    List<FieldError> wrong = new ArrayList<>();
    if (dispatcher == null || dispatcher.isBlank() || dispatcher.length() > LONGEST_ID) {
      wrong.add(
          new FieldError(
              "/dispatcher", "expected a staff id of at most " + LONGEST_ID + " characters"));
    }
    if (list().isEmpty() || list().size() != Objects.requireNonNull(assignments).size()) {
      wrong.add(
          new FieldError("/assignments", "expected at least one {needId, agencyId}, none null"));
      return wrong;
    }
    Set<UUID> known = new HashSet<>(needs.stream().map(TriageNeed::needId).toList());
    Set<UUID> seen = new HashSet<>();
    for (int i = 0; i < list().size(); i++) {
      One one = list().get(i);
      String pointer = "/assignments/" + i;
      Optional<UUID> need = one.need();
      if (need.isEmpty() || !known.contains(need.get())) {
        wrong.add(new FieldError(pointer + "/needId", "expected the id of a need of this entry"));
      } else if (!seen.add(need.get())) {
        wrong.add(new FieldError(pointer + "/needId", "the need is named twice"));
      }
      if (one.agencyId() == null || directory.organization(one.agencyId()).isEmpty()) {
        wrong.add(new FieldError(pointer + "/agencyId", "there is no agency with this id"));
      }
    }
    return wrong;
  }
}
