package org.okno.intake.accesses;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.okno.http.Problem;
import org.okno.identity.CurrentCaller;
import org.okno.identity.Rows;

/** Approves an access in an emergency: a second person looks at it afterwards. */
@Singleton
class ApproveAccess {
  private final AccessRepository repository;
  private final ApprovalTransaction transaction;
  private final CurrentCaller current;

  ApproveAccess(
      AccessRepository repository, ApprovalTransaction transaction, CurrentCaller current) {
    this.repository = repository;
    this.transaction = transaction;
    this.current = current;
  }

  /**
   * Approves it; one that is approved already stays so.
   *
   * @param permitted the accesses that the caller may approve
   * @throws org.okno.http.ProblemException 404 where there is no such access in an emergency, 409
   *     where it is the caller's own
   */
  void approve(UUID accessId, Accessor approver, Rows permitted) {
    AccessEntry emergency =
        repository
            .find(accessId, permitted)
            .filter(AccessEntry::isEmergency)
            .orElseThrow(
                () ->
                    Problem.notFound("There is no access in an emergency with this id.")
                        .asException());
    if (emergency.subject().equals(approver.actor().subject())) {
      throw Problem.of(
              409,
              "own-access",
              "Nobody approves their own access",
              "Another head of the agency or the data protection officer can approve it.")
          .asException();
    }
    current.unlimited(() -> transaction.approve(emergency, approver));
  }
}
