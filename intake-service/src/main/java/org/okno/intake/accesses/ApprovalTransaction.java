package org.okno.intake.accesses;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

/** Records that an access in an emergency was approved. */
@Singleton
class ApprovalTransaction {
  private final AccessRepository repository;
  private final AccessJournal accesses;

  ApprovalTransaction(AccessRepository repository, AccessJournal accesses) {
    this.repository = repository;
    this.accesses = accesses;
  }

  /** Approves it; false where it was approved before. */
  @Transactional
  boolean approve(AccessEntry emergency, Accessor approver) {
    repository.lock();
    if (repository.isApproved(emergency.id())) {
      return false;
    }
    accesses.append(Access.approved(emergency, approver));
    return true;
  }
}
