package org.okno.intake.requests;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.okno.intake.vault.OpenSealed;

/** Opens what a request says about persons, for those who may read it. */
@Singleton
final class OpenPersonalData {
  private final RequestRepository repository;
  private final OpenSealed openSealed;

  OpenPersonalData(RequestRepository repository, OpenSealed openSealed) {
    this.repository = repository;
    this.openSealed = openSealed;
  }

  /** The personal data of a request; empty where there is no such request. */
  Optional<PersonalDataView> open(UUID requestId) {
    return repository
        .findSealed(requestId)
        .map(data -> PersonalDataView.of(openSealed.open(requestId, data)));
  }
}
