package org.okno.intake.correction;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.okno.contracts.NeedStatus;
import org.okno.contracts.RequestedNeed;
import org.okno.intake.questionnaire.SubmittedQuestionnaire.Need;

/**
 * What a correction makes of the needs of a request.
 *
 * @param needs those of the request from now on
 * @param added the ids of those that are new
 * @param removed those that it does not have any more
 */
record CorrectedNeeds(List<RequestedNeed> needs, List<UUID> added, List<RequestedNeed> removed) {
  private static final Set<NeedStatus> NOT_TAKEN_ON =
      EnumSet.of(NeedStatus.IN_TRIAGE, NeedStatus.RETURNED, NeedStatus.ASSIGNED);

  /**
   * Compares what is asked for now with what was.
   *
   * @param statuses by need; none of one that no case has
   * @param routedAgain whether what routing decides by has changed: then a need that no agency has
   *     accepted is removed, and added under another id
   */
  static CorrectedNeeds of(
      List<RequestedNeed> before,
      List<Need> now,
      Map<UUID, NeedStatus> statuses,
      boolean routedAgain,
      Supplier<UUID> ids) {
    List<RequestedNeed> needs = new ArrayList<>();
    List<UUID> added = new ArrayList<>();
    List<RequestedNeed> removed = new ArrayList<>(before);
    for (Need need : now) {
      Optional<RequestedNeed> kept =
          before.stream()
              .filter(one -> isSame(one, need))
              .filter(one -> !routedAgain || isTakenOn(statuses.get(one.id())))
              .findFirst();
      kept.ifPresent(removed::remove);
      RequestedNeed next =
          kept.orElseGet(() -> new RequestedNeed(ids.get(), need.need(), need.situation()));
      needs.add(next);
      if (kept.isEmpty()) {
        added.add(next.id());
      }
    }
    return new CorrectedNeeds(needs, added, removed);
  }

  /** Whether one of the removed needs is settled: nothing is left to be withdrawn. */
  boolean removesSettled(Map<UUID, NeedStatus> statuses) {
    return removed.stream()
        .map(need -> statuses.get(need.id()))
        .anyMatch(status -> status != null && status.isSettled());
  }

  private static boolean isSame(RequestedNeed before, Need now) {
    return before.need().equals(now.need()) && Objects.equals(before.situation(), now.situation());
  }

  private static boolean isTakenOn(@Nullable NeedStatus status) {
    return status != null && !NOT_TAKEN_ON.contains(status);
  }
}
