package org.okno.intake.vault;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.okno.contracts.SealedBlock;

/** Seals what a person says later, with the key that they have. */
@Singleton
public final class SealWords {
  private final OpenSealed.WrappedKeys wrappedKeys;
  private final DataKeys dataKeys;

  SealWords(OpenSealed.WrappedKeys wrappedKeys, DataKeys dataKeys) {
    this.wrappedKeys = wrappedKeys;
    this.dataKeys = dataKeys;
  }

  /**
   * The sealed words; empty where the person was erased, and nothing of them may be stored.
   *
   * @param id of what the words belong to: no block can replace another's
   */
  public Optional<SealedBlock> seal(UUID id, UUID personId, String words) {
    return Optional.ofNullable(wrappedKeys.of(Set.of(personId)).get(personId))
        .map(wrapped -> Seal.words(id, dataKeys.unwrap(personId, wrapped), words));
  }
}
