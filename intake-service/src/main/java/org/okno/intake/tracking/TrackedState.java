package org.okno.intake.tracking;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.okno.contracts.NeedStatus;
import org.okno.contracts.RequestStatus;
import org.okno.intake.tracking.TrackingRepository.TrackedRow;

/**
 * Where a request stands.
 *
 * @param changedAt when anything of it changed last
 */
record TrackedState(RequestStatus status, Instant changedAt, List<TrackedNeed> needs) {

  /**
   * That of the request that these rows are of.
   *
   * @param rows at least one
   */
  static TrackedState of(List<TrackedRow> rows) {
    List<TrackedNeed> needs = rows.stream().map(TrackedRow::need).filter(Objects::nonNull).toList();
    return new TrackedState(
        status(needs),
        needs.stream()
            .map(TrackedNeed::since)
            .max(Comparator.naturalOrder())
            .orElse(rows.getFirst().receivedAt()),
        needs);
  }

  /** The status of a request with these needs. */
  static RequestStatus status(Collection<TrackedNeed> needs) {
    return RequestStatus.of(needs.stream().map(need -> NeedStatus.ofCode(need.status())).toList());
  }
}
