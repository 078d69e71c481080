package org.okno.intake.accesses;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.okno.identity.Rows;
import org.okno.intake.vault.OpenSealed;

/**
 * Opens what a request says about persons. The access is committed when this returns: nothing is
 * shown that the access journal does not have.
 */
@Singleton
class OpenPersonalData {
  private final SealedRepository requests;
  private final OpenSealed openSealed;
  private final AccessJournal accesses;

  OpenPersonalData(SealedRepository requests, OpenSealed openSealed, AccessJournal accesses) {
    this.requests = requests;
    this.openSealed = openSealed;
    this.accesses = accesses;
  }

  /**
   * The personal data of a request; empty where there is no such request. One that is not among the
   * permitted ones is as if it were not there; that somebody tried is recorded.
   */
  @Transactional
  Optional<PersonalDataView> open(
      UUID requestId, Purpose purpose, Accessor accessor, Rows permitted) {
    return requests
        .find(requestId, permitted)
        .flatMap(
            request ->
                request.permitted()
                    ? Optional.of(open(request, purpose, accessor))
                    : refuse(request, purpose, accessor));
  }

  private PersonalDataView open(SealedRequest request, Purpose purpose, Accessor accessor) {
    // Opened first: the others wait for whoever appends.
    OpenSealed.Opened opened = openSealed.open(request.id(), request.sealed());
    AccessEntry entry = accesses.append(Access.opened(purpose, accessor, request));
    return PersonalDataView.of(entry.id(), opened);
  }

  private Optional<PersonalDataView> refuse(
      SealedRequest request, Purpose purpose, Accessor accessor) {
    accesses.append(Access.refused(purpose, accessor, request));
    return Optional.empty();
  }
}
