package org.okno.cases.referrals;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.okno.contracts.CaseEvent.ReferralAccepted;
import org.okno.contracts.CaseEvent.ReferralConsentWithdrawn;
import org.okno.contracts.CaseEvent.ReferralDeclined;
import org.okno.contracts.CaseEvent.ReferralEvent;
import org.okno.contracts.CaseEvent.ReferralMade;

/** Where a referral stands. It follows from the events alone. That its time is over is no state. */
public sealed interface ReferralState {

  /** The other agency has not responded yet, and sees nothing of the person. */
  record Made() implements ReferralState {}

  /** The other agency helps, and sees what was agreed. */
  record Accepted(Instant acceptedAt) implements ReferralState {}

  /**
   * The other agency will not help.
   *
   * @param reason a code
   */
  record Declined(String reason, Instant declinedAt) implements ReferralState {}

  /**
   * The person does not agree any more.
   *
   * @param acceptedAt null where the other agency had not accepted
   */
  record Withdrawn(@Nullable Instant acceptedAt, Instant withdrawnAt) implements ReferralState {}

  /** The state after an event. */
  default ReferralState on(ReferralEvent event) {
    return switch (event) {
      case ReferralMade it -> new Made();
      case ReferralAccepted it -> new Accepted(it.acceptedAt());
      case ReferralDeclined it -> new Declined(it.reason(), it.declinedAt());
      case ReferralConsentWithdrawn it -> new Withdrawn(acceptedAt(), it.withdrawnAt());
    };
  }

  /** When the other agency accepted; null where it did not. */
  default @Nullable Instant acceptedAt() {
    return switch (this) {
      case Accepted(Instant at) -> at;
      case Withdrawn(var at, var withdrawnAt) -> at;
      case Made made -> null;
      case Declined declined -> null;
    };
  }

  /** The state's name. */
  default String code() {
    return switch (this) {
      case Made made -> "made";
      case Accepted accepted -> "accepted";
      case Declined declined -> "declined";
      case Withdrawn withdrawn -> "withdrawn";
    };
  }
}
