package org.okno.intake.accesses;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.okno.identity.CurrentCaller;
import org.okno.identity.Rows;
import org.okno.intake.referrals.ReferredRequestRepository;

/**
 * Opens what a request says about persons. The access is committed when this returns: nothing is
 * shown that the access journal does not have.
 */
@Singleton
class OpenPersonalData {
  private final SealedRepository requests;
  private final OpeningTransaction transaction;
  private final ReferredRequestRepository referred;
  private final CurrentCaller current;
  private final Clock clock;

  OpenPersonalData(
      SealedRepository requests,
      OpeningTransaction transaction,
      ReferredRequestRepository referred,
      CurrentCaller current,
      Clock clock) {
    this.requests = requests;
    this.transaction = transaction;
    this.referred = referred;
    this.current = current;
    this.clock = clock;
  }

  /**
   * The personal data of a request; empty where there is no such request. One that is not among the
   * permitted ones is as if it were not there; that somebody tried is recorded.
   */
  Optional<PersonalDataView> open(
      UUID requestId, Purpose purpose, Accessor accessor, Rows permitted) {
    // In the caller's session: PostgreSQL shows it no foreign request, whatever the condition says.
    Set<Part> parts = parts(requestId, purpose, permitted);
    return current.unlimited(
        () ->
            parts.isEmpty()
                ? transaction.refuse(requestId, purpose, accessor)
                : transaction.open(requestId, purpose, accessor, parts));
  }

  /** What may be opened; nothing where the request is not permitted. */
  private Set<Part> parts(UUID requestId, Purpose purpose, Rows permitted) {
    if (purpose == Purpose.WORK_ON_REFERRAL && permitted instanceof Rows.OfAgency(String agency)) {
      return Part.named(referred.parts(requestId, agency, clock.instant()));
    }
    return requests.isPermitted(requestId, permitted, purpose.statusOfNeed())
        ? Part.all()
        : Set.of();
  }
}
