package org.okno.intake.vault;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.okno.contracts.Actor;
import org.okno.contracts.IntakeEvent.PersonErased;
import org.okno.messaging.Journal;

/**
 * Destroys a person's key: nothing sealed with it can be opened again, in tables or log, nor in
 * backups once those that hold the wrapped key are deleted; and the hashes, so that the person is
 * not found again. Repeating it changes nothing.
 */
@Singleton
public class ErasePerson {
  private final PersonRepository repository;
  private final Journal journal;
  private final DataKeys dataKeys;
  private final Clock clock;

  ErasePerson(PersonRepository repository, Journal journal, DataKeys dataKeys, Clock clock) {
    this.repository = repository;
    this.journal = journal;
    this.dataKeys = dataKeys;
    this.clock = clock;
  }

  /**
   * Erases a person; false where there is none. When it returns, the key is destroyed.
   *
   * @param actor who erases them
   */
  @Transactional
  public boolean erase(UUID personId, Actor actor) {
    Optional<Boolean> erased = repository.lockForErasure(personId);
    if (erased.isPresent() && !erased.get()) {
      Instant now = clock.instant();
      repository.erase(personId, now);
      journal.append(List.of(new PersonErased(personId, now, actor)));
    }
    dataKeys.forget(personId);
    return erased.isPresent();
  }
}
