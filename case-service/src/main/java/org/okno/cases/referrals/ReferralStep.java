package org.okno.cases.referrals;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.okno.cases.needs.DeclineReason;
import org.okno.cases.referrals.ReferralState.Accepted;
import org.okno.cases.referrals.ReferralState.Declined;
import org.okno.cases.referrals.ReferralState.Made;
import org.okno.cases.referrals.ReferralState.Withdrawn;
import org.okno.contracts.Actor;
import org.okno.contracts.CaseEvent.ReferralAccepted;
import org.okno.contracts.CaseEvent.ReferralConsentWithdrawn;
import org.okno.contracts.CaseEvent.ReferralDeclined;
import org.okno.contracts.CaseEvent.ReferralEvent;
import org.okno.contracts.Referral;

/** What can be done with a referral; as JSON the body of the request. */
public sealed interface ReferralStep {

  /** What the rules make of a step. */
  sealed interface Result {
    Rejected IS_ACCEPTED = new Rejected("The referral is accepted already.");
    Rejected IS_DECLINED = new Rejected("The referral was declined.");
    Rejected IS_WITHDRAWN = new Rejected("The person does not agree to the referral any more.");
    Rejected IS_OVER = new Rejected("The time to which the person agreed is over.");

    /** This event happens. */
    record Changed(ReferralEvent event) implements Result {}

    /** The same step succeeded before; nothing changes. */
    record Repeated() implements Result {}

    /**
     * The state does not allow the step; nothing changes.
     *
     * @param reason one sentence for whoever requested it
     */
    record Rejected(String reason) implements Result {}
  }

  /** The last part of its address. */
  String name();

  /** Whether only the agency to which the need was referred may do it. */
  boolean isOfAddressee();

  /**
   * What becomes of the step for a referral in this state.
   *
   * @param referral as it is
   * @param actor who does it
   */
  Result decide(Referral referral, ReferralState state, Instant at, Actor actor);

  /** A sentence with the names of the steps that a state allows. */
  static String possible(Referral referral, ReferralState state, Instant at, Actor actor) {
    String names =
        List.of(new Accept(), new Refuse(DeclineReason.NO_CAPACITY), new WithdrawConsent()).stream()
            .filter(one -> one.decide(referral, state, at, actor) instanceof Result.Changed)
            .map(ReferralStep::name)
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? "Nothing is possible now." : "Possible now: " + names + ".";
  }

  /** The other agency will help. */
  @Schema(name = "ReferralAcceptance", description = "Says nothing more", examples = "{}")
  record Accept() implements ReferralStep {
    @Override
    public String name() {
      return "acceptance";
    }

    @Override
    public boolean isOfAddressee() {
      return true;
    }

    @Override
    public Result decide(Referral referral, ReferralState state, Instant at, Actor actor) {
      return switch (state) {
        case Made made when !at.isBefore(referral.endsAt()) -> Result.IS_OVER;
        case Made made -> new Result.Changed(new ReferralAccepted(referral.next(), at, actor));
        case Accepted accepted -> new Result.Repeated();
        case Declined declined -> Result.IS_DECLINED;
        case Withdrawn withdrawn -> Result.IS_WITHDRAWN;
      };
    }
  }

  /** The other agency will not help. */
  @Schema(name = "ReferralRefusal", description = "Why the other agency will not help")
  record Refuse(
      @JsonSetter(nulls = Nulls.FAIL)
          @Schema(
              description = "Why not",
              examples = "no-capacity",
              required = true,
              implementation = String.class,
              enumeration = {"not-eligible", "not-our-territory", "no-capacity", "duplicate"})
          DeclineReason reason)
      implements ReferralStep {
    @Override
    public String name() {
      return "refusal";
    }

    @Override
    public boolean isOfAddressee() {
      return true;
    }

    @Override
    public Result decide(Referral referral, ReferralState state, Instant at, Actor actor) {
      return switch (state) {
        case Made made ->
            new Result.Changed(new ReferralDeclined(referral.next(), reason.code(), at, actor));
        case Accepted accepted -> Result.IS_ACCEPTED;
        case Declined declined when declined.reason().equals(reason.code()) ->
            new Result.Repeated();
        case Declined declined -> Result.IS_DECLINED;
        case Withdrawn withdrawn -> Result.IS_WITHDRAWN;
      };
    }
  }

  /** The person told somebody that they do not agree any more. */
  @Schema(name = "ConsentWithdrawal", description = "Says nothing more", examples = "{}")
  record WithdrawConsent() implements ReferralStep {
    @Override
    public String name() {
      return "withdrawal";
    }

    @Override
    public boolean isOfAddressee() {
      return false;
    }

    @Override
    public Result decide(Referral referral, ReferralState state, Instant at, Actor actor) {
      return switch (state) {
        case Made made -> withdrawn(referral, at, actor);
        case Accepted accepted -> withdrawn(referral, at, actor);
        case Declined declined -> Result.IS_DECLINED;
        case Withdrawn withdrawn -> new Result.Repeated();
      };
    }

    private static Result withdrawn(Referral referral, Instant at, Actor actor) {
      return new Result.Changed(new ReferralConsentWithdrawn(referral.next(), at, actor));
    }
  }
}
