package org.okno.intake.referrals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.okno.contracts.CaseEvent.ReferralAccepted;
import org.okno.contracts.CaseEvent.ReferralConsentWithdrawn;
import org.okno.contracts.CaseEvent.ReferralDeclined;
import org.okno.contracts.CaseEvent.ReferralEvent;
import org.okno.contracts.CaseEvent.ReferralMade;
import org.okno.contracts.Referral;

/**
 * What an agency may open of a request that was referred to it: a row of the table {@code
 * referred_request}.
 *
 * @param parts codes of the parts
 * @param isOpen whether the agency accepted, and the person still agrees
 * @param version of the referral
 */
public record ReferredRequest(
    UUID referralId,
    UUID requestId,
    String agencyId,
    List<String> parts,
    Instant endsAt,
    boolean isOpen,
    long version) {

  /** The newer of two of the same referral. */
  public static ReferredRequest newer(ReferredRequest one, ReferredRequest other) {
    return other.version > one.version ? other : one;
  }

  /** What an event of a referral says; empty where it opens and closes nothing. */
  public static Optional<ReferredRequest> of(ReferralEvent event) {
    return switch (event) {
      case ReferralMade made -> Optional.empty();
      case ReferralDeclined declined -> Optional.empty();
      case ReferralAccepted it -> Optional.of(of(it.referral(), true));
      case ReferralConsentWithdrawn it -> Optional.of(of(it.referral(), false));
    };
  }

  private static ReferredRequest of(Referral referral, boolean isOpen) {
    return new ReferredRequest(
        referral.id(),
        referral.requestId(),
        referral.to().id(),
        referral.parts(),
        referral.endsAt(),
        isOpen,
        referral.version());
  }
}
