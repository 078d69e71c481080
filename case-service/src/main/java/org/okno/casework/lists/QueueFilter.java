package org.okno.casework.lists;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.okno.casework.needs.NeedStatus;

/**
 * Which of an agency's needs are asked for; null asks for all.
 *
 * @param need code in the needs taxonomy
 * @param overdue true: due before now and not settled; false: all others
 */
record QueueFilter(@Nullable NeedStatus status, @Nullable String need, @Nullable Boolean overdue) {

  /** The statuses to look through: a need in triage has no agency. */
  List<NeedStatus> statuses() {
    return Arrays.stream(NeedStatus.values())
        .filter(one -> one != NeedStatus.IN_TRIAGE)
        .filter(one -> status == null || one == status)
        .filter(one -> !Boolean.TRUE.equals(overdue) || !one.isSettled())
        .toList();
  }
}
