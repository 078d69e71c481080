package org.okno.intake.tracking;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.okno.contracts.AgencyRef;
import org.okno.contracts.CaseEvent;
import org.okno.contracts.CaseEvent.CaseClosed;
import org.okno.contracts.CaseEvent.CaseCorrected;
import org.okno.contracts.CaseEvent.CaseOpened;
import org.okno.contracts.CaseEvent.DeadlineEvent;
import org.okno.contracts.CaseEvent.NeedAccepted;
import org.okno.contracts.CaseEvent.NeedAssigned;
import org.okno.contracts.CaseEvent.NeedClaimed;
import org.okno.contracts.CaseEvent.NeedDeclined;
import org.okno.contracts.CaseEvent.NeedEvent;
import org.okno.contracts.CaseEvent.NeedHandedOver;
import org.okno.contracts.CaseEvent.NeedPaused;
import org.okno.contracts.CaseEvent.NeedReleased;
import org.okno.contracts.CaseEvent.NeedReopened;
import org.okno.contracts.CaseEvent.NeedResolved;
import org.okno.contracts.CaseEvent.NeedResumed;
import org.okno.contracts.CaseEvent.NeedStarted;
import org.okno.contracts.CaseEvent.NeedWithdrawalRequested;
import org.okno.contracts.CaseEvent.NeedWithdrawn;
import org.okno.contracts.CaseEvent.OpenedNeed;
import org.okno.contracts.CaseEvent.ProgrammeEvent;
import org.okno.contracts.CaseEvent.ReferralEvent;
import org.okno.contracts.Deadline;
import org.okno.contracts.NeedRef;
import org.okno.contracts.NeedStatus;

/**
 * The status of one need: a row of the table {@code tracked_need}.
 *
 * @param status code of its {@link NeedStatus}
 * @param agency name of the agency that has it; null while it is in triage
 * @param agencyId its directory id; null while it is in triage, and in rows from before December
 *     2026
 * @param since when it got this status
 * @param dueAt when it should be settled; null where its event does not say
 * @param version of the need; null where its event had none
 */
record TrackedNeed(
    UUID requestId,
    UUID needId,
    String need,
    String status,
    @Nullable String agency,
    @Nullable String agencyId,
    Instant since,
    @Nullable Instant dueAt,
    @Nullable Long version) {

  /** The newer of two: by version, by time where one has none. */
  static TrackedNeed newer(TrackedNeed one, TrackedNeed other) {
    boolean isNewer =
        one.version == null || other.version == null
            ? !other.since.isBefore(one.since)
            : other.version > one.version;
    return isNewer ? other.dueAs(one) : one;
  }

  /** Due as before, where the event says nothing else. */
  private TrackedNeed dueAs(TrackedNeed before) {
    return dueAt != null
        ? this
        : new TrackedNeed(
            requestId, needId, need, status, agency, agencyId, since, before.dueAt, version);
  }

  /** What a case event says about needs. */
  static List<TrackedNeed> of(CaseEvent event) {
    return switch (event) {
      case CaseOpened opened ->
          opened.needs().stream().map(need -> opened(need, opened.openedAt())).toList();
      case CaseCorrected it ->
          it.added().stream().map(need -> opened(need, it.correctedAt())).toList();
      case NeedAssigned it -> List.of(of(it, NeedStatus.ASSIGNED, it.dueAt()));
      case NeedAccepted it -> List.of(of(it, NeedStatus.ACCEPTED));
      case NeedStarted it -> List.of(of(it, NeedStatus.IN_PROGRESS));
      case NeedPaused it -> List.of(of(it, NeedStatus.WAITING_FOR_APPLICANT));
      case NeedResumed it -> List.of(of(it, NeedStatus.IN_PROGRESS, dueAt(it)));
      case NeedResolved it -> List.of(of(it, NeedStatus.RESOLVED));
      case NeedDeclined it ->
          List.of(of(it, it.returned() == null ? NeedStatus.DECLINED : NeedStatus.RETURNED));
      case NeedReopened it -> List.of(of(it, NeedStatus.ASSIGNED, it.dueAt()));
      case NeedWithdrawn it -> List.of(of(it, NeedStatus.WITHDRAWN));
      // Whoever has it goes on until they settle it.
      case NeedWithdrawalRequested it -> List.of();
      // Which specialist has it is no status of the need.
      case NeedClaimed it -> List.of();
      case NeedHandedOver it -> List.of();
      case NeedReleased it -> List.of();
      // The events of its needs have said it all.
      case CaseClosed closed -> List.of();
      // The need stays where it is.
      case DeadlineEvent told -> List.of();
      case ReferralEvent referred -> List.of();
      case ProgrammeEvent planned -> List.of();
    };
  }

  /** A pause moves the deadlines. */
  private static @Nullable Instant dueAt(NeedResumed resumed) {
    return Deadline.resolutionDue(resumed.deadlines()).orElse(null);
  }

  /** A need without an agency waits for a dispatcher: routing held it for triage. */
  private static TrackedNeed opened(OpenedNeed opened, Instant openedAt) {
    NeedStatus status = opened.agency() == null ? NeedStatus.IN_TRIAGE : NeedStatus.ASSIGNED;
    return of(opened.need(), status, opened.agency(), openedAt, opened.dueAt());
  }

  private static TrackedNeed of(NeedEvent event, NeedStatus status) {
    return of(event, status, null);
  }

  private static TrackedNeed of(NeedEvent event, NeedStatus status, @Nullable Instant dueAt) {
    return of(event.need(), status, event.agency(), event.time(), dueAt);
  }

  private static TrackedNeed of(
      NeedRef need,
      NeedStatus status,
      @Nullable AgencyRef agency,
      Instant since,
      @Nullable Instant dueAt) {
    return new TrackedNeed(
        need.requestId(),
        need.needId(),
        need.need(),
        status.code(),
        agency == null ? null : agency.name(),
        agency == null ? null : agency.id(),
        since,
        dueAt,
        need.version());
  }
}
