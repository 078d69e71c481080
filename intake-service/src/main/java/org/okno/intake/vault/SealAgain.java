package org.okno.intake.vault;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.okno.contracts.SealedData;

/**
 * Seals what a request says about persons anew, with the keys that they have: an erasure erases
 * what it said before and after.
 */
@Singleton
public final class SealAgain {
  private final OpenSealed.WrappedKeys wrappedKeys;
  private final DataKeys dataKeys;

  SealAgain(OpenSealed.WrappedKeys wrappedKeys, DataKeys dataKeys) {
    this.wrappedKeys = wrappedKeys;
    this.dataKeys = dataKeys;
  }

  /** The sealed data; empty where one of the persons was erased. */
  public Optional<SealedData> seal(
      UUID requestId, PersonalData data, UUID applicantId, UUID beneficiaryId) {
    Map<UUID, byte[]> wrapped =
        wrappedKeys.of(
            applicantId.equals(beneficiaryId)
                ? Set.of(applicantId)
                : Set.of(applicantId, beneficiaryId));
    return key(wrapped, applicantId)
        .flatMap(
            applicant ->
                key(wrapped, beneficiaryId)
                    .map(beneficiary -> Seal.seal(requestId, data, applicant, beneficiary)));
  }

  private Optional<DataKey> key(Map<UUID, byte[]> wrapped, UUID personId) {
    return Optional.ofNullable(wrapped.get(personId)).map(key -> dataKeys.unwrap(personId, key));
  }
}
