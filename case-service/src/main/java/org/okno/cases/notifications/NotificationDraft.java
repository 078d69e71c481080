package org.okno.cases.notifications;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.okno.contracts.AgencyRef;
import org.okno.contracts.CaseEvent;
import org.okno.contracts.CaseEvent.CaseClosed;
import org.okno.contracts.CaseEvent.CaseCorrected;
import org.okno.contracts.CaseEvent.CaseOpened;
import org.okno.contracts.CaseEvent.DeadlineEvent;
import org.okno.contracts.CaseEvent.NeedEvent;
import org.okno.contracts.CaseEvent.OpenedNeed;
import org.okno.contracts.CaseEvent.ProgrammeEvent;
import org.okno.contracts.CaseEvent.ReferralEvent;
import org.okno.contracts.EventType;
import org.okno.contracts.ProgrammeStep;

/**
 * What is told of an event: that it happened, and to what.
 *
 * @param needId null where it concerns the whole case
 * @param agencies ids of those whom it concerns; none where it concerns all that have a need in the
 *     case
 */
record NotificationDraft(
    UUID eventId,
    String type,
    Instant at,
    UUID requestId,
    @Nullable UUID needId,
    List<String> agencies) {

  static NotificationDraft of(UUID eventId, CaseEvent event) {
    return new NotificationDraft(
        eventId,
        EventType.of(event).typeName(),
        event.time(),
        event.requestId(),
        needId(event),
        ids(agencies(event)));
  }

  private static @Nullable UUID needId(CaseEvent event) {
    return switch (event) {
      case NeedEvent it -> it.need().needId();
      case DeadlineEvent it -> it.need().needId();
      case ReferralEvent it -> it.referral().needId();
      case ProgrammeEvent it -> null;
      case CaseOpened it -> null;
      case CaseCorrected it -> null;
      case CaseClosed it -> null;
    };
  }

  private static Stream<@Nullable AgencyRef> agencies(CaseEvent event) {
    return switch (event) {
      case NeedEvent it -> Stream.of(it.agency());
      case DeadlineEvent it -> Stream.ofNullable(it.agency());
      case ReferralEvent it -> Stream.of(it.referral().from(), it.referral().to());
      case ProgrammeEvent it -> it.programme().steps().stream().map(ProgrammeStep::agency);
      case CaseOpened it -> it.needs().stream().map(OpenedNeed::agency);
      case CaseCorrected it -> it.added().stream().map(OpenedNeed::agency);
      case CaseClosed it -> Stream.of();
    };
  }

  private static List<String> ids(Stream<@Nullable AgencyRef> agencies) {
    return agencies.filter(Objects::nonNull).map(AgencyRef::id).distinct().toList();
  }

  /** Whom it concerns, where these agencies have a need in the case. */
  List<String> concerned(Collection<String> ofCase) {
    return isOfWholeCase()
        ? Stream.concat(ofCase.stream(), agencies.stream()).distinct().toList()
        : agencies;
  }

  private boolean isOfWholeCase() {
    return type.equals(EventType.CASE_CLOSED.typeName())
        || type.equals(EventType.CASE_CORRECTED.typeName());
  }
}
