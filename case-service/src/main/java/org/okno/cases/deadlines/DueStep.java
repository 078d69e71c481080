package org.okno.cases.deadlines;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.okno.contracts.AgencyRef;
import org.okno.contracts.CaseEvent.DeadlineEvent;
import org.okno.contracts.CaseEvent.DeadlineMissed;
import org.okno.contracts.CaseEvent.DeadlineWarned;
import org.okno.contracts.CaseEvent.NeedEscalated;
import org.okno.contracts.NeedRef;
import org.okno.contracts.TerritoryRef;

/**
 * A deadline whose next step is due, with what its event says of the need.
 *
 * @param agencyId null while the need is in triage, as is the name
 * @param openingHours of the agency; empty where it has none
 */
record DueStep(
    DeadlineRow deadline,
    String need,
    long needVersion,
    @Nullable String agencyId,
    @Nullable String agencyName,
    String channel,
    String territory,
    String zone,
    Instant requestedAt,
    List<String> openingHours) {

  /** The event of the step: it says when the next one is taken. */
  DeadlineEvent taken(DeadlineRules rules, Instant now) {
    // With fewer steps than before, one that was planned for then is the last of today's.
    int index = Math.min(deadline.steps(), rules.steps().size() - 1);
    WorkingTime time =
        DeadlineRules.timeOf(
            deadline.allowed(),
            rules.workingTime(
                openingHours.isEmpty() ? OpeningHours.OFFICE : OpeningHours.of(openingHours),
                zone));
    Instant next =
        rules.stepAt(index + 1, deadline.startedAt(), deadline.dueAt(), time, deadline.spans());
    String kind = deadline.kind();
    Instant dueAt = deadline.dueAt();
    DeadlineStep.Kind step = rules.steps().get(index).kind();
    return switch (step) {
      case WARNED -> new DeadlineWarned(ref(), agency(), kind, dueAt, now, next);
      case MISSED -> new DeadlineMissed(ref(), agency(), kind, dueAt, now, next);
      case HEAD_OF_AGENCY, LEVEL_ABOVE, DUTY_OFFICER ->
          new NeedEscalated(ref(), agency(), kind, dueAt, step.code(), now, next);
    };
  }

  private NeedRef ref() {
    return new NeedRef(
        deadline.requestId(),
        deadline.needId(),
        need,
        channel,
        new TerritoryRef(territory, zone),
        requestedAt,
        needVersion);
  }

  private @Nullable AgencyRef agency() {
    return agencyId == null || agencyName == null ? null : new AgencyRef(agencyId, agencyName);
  }
}
