package org.okno.cases.referrals;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.okno.contracts.Actor;
import org.okno.http.Problem;
import org.okno.http.ProblemException;
import org.okno.identity.CurrentCaller;
import org.okno.identity.Rows;

/** The other agency responds to a referral, or somebody records that the person does not agree. */
@Singleton
class ChangeReferral {
  private final ReferralRepository referrals;
  private final ReferralTransaction transaction;
  private final CurrentCaller current;

  ChangeReferral(
      ReferralRepository referrals, ReferralTransaction transaction, CurrentCaller current) {
    this.referrals = referrals;
    this.transaction = transaction;
    this.current = current;
  }

  /**
   * Applies a step. One that already succeeded succeeds again and changes nothing.
   *
   * @param permitted a referral that is not among these rows is unknown
   * @param requireVersion throws where the caller did not see this version of the referral
   * @throws ProblemException 404 without such a referral, 412 if it changed meanwhile, 409 if its
   *     state does not allow the step
   */
  ReferralRow apply(
      UUID requestId,
      UUID needId,
      UUID id,
      Rows permitted,
      Actor actor,
      LongConsumer requireVersion,
      ReferralStep step) {
    Optional<ReferralRow> own =
        step.isOfAddressee()
            ? referrals.findAddressed(requestId, needId, id, permitted)
            : referrals.find(requestId, needId, id, permitted);
    if (own.isEmpty()) {
      throw unknown();
    }
    // Whoever is asked does not see the case yet, and its row has to be locked.
    return current.unlimited(
        () -> transaction.apply(requestId, needId, id, actor, requireVersion, step));
  }

  static ProblemException unknown() {
    return Problem.notFound("There is no such referral of this need.").asException();
  }
}
