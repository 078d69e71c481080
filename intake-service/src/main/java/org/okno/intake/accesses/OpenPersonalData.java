package org.okno.intake.accesses;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.okno.identity.CurrentCaller;
import org.okno.identity.Rows;

/**
 * Opens what a request says about persons. The access is committed when this returns: nothing is
 * shown that the access journal does not have.
 */
@Singleton
class OpenPersonalData {
  private final SealedRepository requests;
  private final OpeningTransaction transaction;
  private final CurrentCaller current;

  OpenPersonalData(
      SealedRepository requests, OpeningTransaction transaction, CurrentCaller current) {
    this.requests = requests;
    this.transaction = transaction;
    this.current = current;
  }

  /**
   * The personal data of a request; empty where there is no such request. One that is not among the
   * permitted ones is as if it were not there; that somebody tried is recorded.
   */
  Optional<PersonalDataView> open(
      UUID requestId, Purpose purpose, Accessor accessor, Rows permitted) {
    // In the caller's session: PostgreSQL shows it no foreign request, whatever the condition says.
    boolean isPermitted = requests.isPermitted(requestId, permitted, purpose.statusOfNeed());
    return current.unlimited(
        () ->
            isPermitted
                ? transaction.open(requestId, purpose, accessor)
                : transaction.refuse(requestId, purpose, accessor));
  }
}
