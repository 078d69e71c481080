package org.okno.cases.referrals;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.okno.cases.referrals.ReferralState.Accepted;
import org.okno.cases.referrals.ReferralState.Declined;
import org.okno.cases.referrals.ReferralState.Made;
import org.okno.cases.referrals.ReferralState.Withdrawn;
import org.okno.contracts.AgencyRef;
import org.okno.contracts.CaseEvent.ReferralEvent;
import org.okno.contracts.CaseEvent.ReferralMade;
import org.okno.contracts.Consent;
import org.okno.contracts.Referral;

/**
 * A row of the table {@code referral}. What its state does not have is null.
 *
 * @param status code of its {@link ReferralState}
 * @param version the entity tag
 */
public record ReferralRow(
    UUID id,
    UUID requestId,
    UUID needId,
    String need,
    String territory,
    String fromAgencyId,
    String fromAgencyName,
    String toAgencyId,
    String toAgencyName,
    String purpose,
    List<String> parts,
    Instant endsAt,
    String consentHow,
    Instant consentGivenAt,
    Instant madeAt,
    String status,
    @Nullable Instant acceptedAt,
    @Nullable Instant declinedAt,
    @Nullable String declineReason,
    @Nullable Instant withdrawnAt,
    long version) {

  /** The row of a new referral. */
  public static ReferralRow made(ReferralMade event) {
    return of(event.referral(), event.consent(), event.madeAt(), new Made());
  }

  /** The row after an event of the referral. */
  public ReferralRow on(ReferralEvent event) {
    return of(event.referral(), consent(), madeAt, state().on(event));
  }

  private static ReferralRow of(
      Referral referral, Consent consent, Instant madeAt, ReferralState state) {
    return new ReferralRow(
        referral.id(),
        referral.requestId(),
        referral.needId(),
        referral.need(),
        referral.territory(),
        referral.from().id(),
        referral.from().name(),
        referral.to().id(),
        referral.to().name(),
        referral.purpose(),
        referral.parts(),
        referral.endsAt(),
        consent.how(),
        consent.givenAt(),
        madeAt,
        state.code(),
        state.acceptedAt(),
        state instanceof Declined declined ? declined.declinedAt() : null,
        state instanceof Declined declined ? declined.reason() : null,
        state instanceof Withdrawn withdrawn ? withdrawn.withdrawnAt() : null,
        referral.version());
  }

  /** The referral as its last event named it. */
  Referral referral() {
    return new Referral(
        id,
        requestId,
        needId,
        need,
        territory,
        new AgencyRef(fromAgencyId, fromAgencyName),
        new AgencyRef(toAgencyId, toAgencyName),
        purpose,
        parts,
        endsAt,
        version);
  }

  Consent consent() {
    return new Consent(consentHow, consentGivenAt);
  }

  /**
   * The state that the row holds.
   *
   * @throws IllegalStateException if there is no such status
   */
  ReferralState state() {
    return switch (status) {
      case "made" -> new Made();
      case "accepted" -> new Accepted(requireNonNull(acceptedAt, "accepted_at"));
      case "declined" ->
          new Declined(
              requireNonNull(declineReason, "decline_reason"),
              requireNonNull(declinedAt, "declined_at"));
      case "withdrawn" -> new Withdrawn(acceptedAt, requireNonNull(withdrawnAt, "withdrawn_at"));
      default -> throw new IllegalStateException("no such status of a referral");
    };
  }

  /** Whether the other agency can still respond, or helps: there is one of them at most. */
  boolean isOpen(Instant now) {
    return switch (state()) {
      case Made made -> now.isBefore(endsAt);
      case Accepted accepted -> now.isBefore(endsAt);
      case Declined declined -> false;
      case Withdrawn withdrawn -> false;
    };
  }
}
