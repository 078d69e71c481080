package org.okno.cases.persons;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.UUID;

/**
 * Marks persons as erased in all their cases and drops what is sealed about them. Who was erased is
 * remembered: a case that opens later from an older event finds it.
 */
@Singleton
public class ErasePersons {
  private final ErasureRepository repository;

  ErasePersons(ErasureRepository repository) {
    this.repository = repository;
  }

  /** Erases persons; again it changes nothing. */
  @Transactional
  public void erase(Collection<UUID> personIds) {
    if (!personIds.isEmpty()) {
      repository.erase(personIds);
    }
  }
}
