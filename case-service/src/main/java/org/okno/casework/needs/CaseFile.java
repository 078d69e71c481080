package org.okno.casework.needs;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A case with its needs, in the order they were asked for.
 *
 * @param needs at least one
 */
public record CaseFile(StoredCase theCase, List<StoredNeed> needs) {

  /** One of the needs. */
  public Optional<StoredNeed> need(UUID needId) {
    return needs.stream().filter(need -> need.id().equals(needId)).findFirst();
  }

  /** The status its needs give the case when one of them is as given. */
  CaseStatus statusWith(StoredNeed changed) {
    return CaseStatus.of(
        needs.stream()
            .map(need -> need.id().equals(changed.id()) ? changed : need)
            .map(need -> need.columns().statusName())
            .toList());
  }
}
