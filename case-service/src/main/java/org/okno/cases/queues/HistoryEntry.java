package org.okno.cases.queues;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.okno.cases.needs.CaseFile;
import org.okno.contracts.Actor;
import org.okno.contracts.AgencyRef;
import org.okno.contracts.AssignmentReason;
import org.okno.contracts.CaseEvent;
import org.okno.contracts.CaseEvent.CaseClosed;
import org.okno.contracts.CaseEvent.CaseCorrected;
import org.okno.contracts.CaseEvent.CaseOpened;
import org.okno.contracts.CaseEvent.DeadlineEvent;
import org.okno.contracts.CaseEvent.NeedAssigned;
import org.okno.contracts.CaseEvent.NeedClaimed;
import org.okno.contracts.CaseEvent.NeedDeclined;
import org.okno.contracts.CaseEvent.NeedEvent;
import org.okno.contracts.CaseEvent.NeedHandedOver;
import org.okno.contracts.CaseEvent.NeedReopened;
import org.okno.contracts.CaseEvent.NeedResolved;
import org.okno.contracts.CaseEvent.NeedWithdrawalRequested;
import org.okno.contracts.CaseEvent.NeedWithdrawn;
import org.okno.contracts.CaseEvent.ProgrammeEvent;
import org.okno.contracts.CaseEvent.ReferralDeclined;
import org.okno.contracts.CaseEvent.ReferralEvent;
import org.okno.contracts.EventType;
import org.okno.contracts.NeedRef;
import org.okno.contracts.Referral;
import org.okno.http.ActorView;
import org.okno.http.AgencyView;
import org.okno.http.ReasonView;
import org.okno.identity.Rows;

/** Something that happened to a case, and who did it. What the event does not have is absent. */
@Schema(description = "Something that happened to the case")
public record HistoryEntry(
    @Schema(
            description = "Type of the event",
            examples = "org.okno.case.need-accepted.v1",
            required = true)
        String type,
    @Schema(description = "When it happened", required = true) Instant at,
    @Schema(description = "The need it happened to; absent where it concerns the whole case")
        @Nullable UUID needId,
    @Schema(description = "The agency that had the need then, or to which it was referred")
        @Nullable AgencyView agency,
    @Schema(description = "Why the need was assigned to this agency") @Nullable ReasonView reason,
    @Schema(description = "How the need ended: a code as in its resolution", examples = "helped")
        @Nullable String outcome,
    @Schema(
            description = "Why the agency would not help: a code as in the decline of a need",
            examples = "no-capacity")
        @Nullable String declineReason,
    @Schema(description = "Which deadline came near or passed; absent where none did")
        @Nullable HistoryDeadline deadline,
    @Schema(
            description = "Why the need is open again: a code as in its reopening",
            examples = "not-helped")
        @Nullable String reopenReason,
    @Schema(
            description = "Why the person does not need it any more: a code as in a withdrawal",
            examples = "not-needed")
        @Nullable String withdrawalReason,
    @Schema(
            description = "Subject of the specialist who is responsible from then on",
            examples = "b7c2b9d4-0c0e-4b7e-8d43-52c0f6b0e3a1")
        @Nullable String specialist,
    @Schema(
            description =
                "Who did it; absent where the rules did, before December 2026, and for agencies"
                    + " where it concerns the whole case")
        @Nullable ActorView actor) {

  /**
   * What a caller may see of a history: an agency sees nothing of the needs of others, and so not
   * who settled the last of them.
   */
  static List<HistoryEntry> of(
      List<CaseEvent> history, CaseFile file, Rows permitted, Locale language) {
    return history.stream()
        .filter(event -> isVisible(event, file, permitted))
        .map(event -> of(event, permitted instanceof Rows.OfAgency, language))
        .toList();
  }

  private static boolean isVisible(CaseEvent event, CaseFile file, Rows permitted) {
    return switch (event) {
      case NeedEvent one -> isVisible(one.need(), file, permitted);
      case DeadlineEvent one -> isVisible(one.need(), file, permitted);
      case ReferralEvent one -> isVisible(one.referral(), permitted);
      case ProgrammeEvent one -> true;
      case CaseOpened one -> true;
      case CaseCorrected one -> true;
      case CaseClosed one -> true;
    };
  }

  private static boolean isVisible(NeedRef of, CaseFile file, Rows permitted) {
    return file.need(of.needId()).filter(need -> file.isWhole(need, permitted)).isPresent();
  }

  /** An agency sees the referrals that it made or received. */
  private static boolean isVisible(Referral referral, Rows permitted) {
    return !(permitted instanceof Rows.OfAgency(String agency))
        || agency.equals(referral.from().id())
        || agency.equals(referral.to().id());
  }

  private static HistoryEntry of(CaseEvent event, boolean toAgency, Locale language) {
    return switch (event) {
      case CaseOpened one -> ofCase(one, toAgency ? null : one.actor());
      case CaseCorrected one -> ofCase(one, toAgency ? null : one.actor());
      case CaseClosed one -> ofCase(one, toAgency ? null : one.actor());
      case NeedEvent one -> ofNeed(one, language);
      case DeadlineEvent one -> ofDeadline(one);
      case ReferralEvent one -> ofReferral(one);
      case ProgrammeEvent one -> ofCase(one, one.actor());
    };
  }

  private static HistoryEntry ofReferral(ReferralEvent event) {
    return new HistoryEntry(
        EventType.of(event).typeName(),
        event.time(),
        event.referral().needId(),
        AgencyView.of(event.referral().to()),
        null,
        null,
        event instanceof ReferralDeclined declined ? declined.reason() : null,
        null,
        null,
        null,
        null,
        ActorView.of(event.actor()));
  }

  private static HistoryEntry ofCase(CaseEvent event, @Nullable Actor actor) {
    return new HistoryEntry(
        EventType.of(event).typeName(),
        event.time(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        ActorView.of(actor));
  }

  private static HistoryEntry ofDeadline(DeadlineEvent event) {
    AgencyRef agency = event.agency();
    return new HistoryEntry(
        EventType.of(event).typeName(),
        event.time(),
        event.need().needId(),
        agency == null ? null : AgencyView.of(agency),
        null,
        null,
        null,
        HistoryDeadline.of(event),
        null,
        null,
        null,
        null);
  }

  private static HistoryEntry ofNeed(NeedEvent event, Locale language) {
    AgencyRef agency = event.agency();
    return new HistoryEntry(
        EventType.of(event).typeName(),
        event.time(),
        event.need().needId(),
        agency == null ? null : AgencyView.of(agency),
        event instanceof NeedAssigned assigned ? view(assigned.reason(), language) : null,
        event instanceof NeedResolved resolved ? resolved.outcome() : null,
        event instanceof NeedDeclined declined ? declined.reason() : null,
        null,
        event instanceof NeedReopened reopened ? reopened.reason() : null,
        withdrawalReason(event),
        specialist(event),
        ActorView.of(event.actor()));
  }

  /** Who is responsible with the event. */
  private static @Nullable String specialist(NeedEvent event) {
    return switch (event) {
      case NeedClaimed claimed -> claimed.specialist();
      case NeedHandedOver handedOver -> handedOver.to();
      case NeedEvent other -> null;
    };
  }

  private static @Nullable String withdrawalReason(NeedEvent event) {
    return switch (event) {
      case NeedWithdrawalRequested requested -> requested.withdrawal().reason();
      case NeedWithdrawn withdrawn -> withdrawn.withdrawal().reason();
      case NeedEvent other -> null;
    };
  }

  private static @Nullable ReasonView view(@Nullable AssignmentReason reason, Locale language) {
    return reason == null ? null : ReasonView.of(reason.reason(), reason.parameters(), language);
  }
}
