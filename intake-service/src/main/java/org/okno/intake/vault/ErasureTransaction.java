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

/** Destroys a person's key and hashes, and publishes that. */
@Singleton
class ErasureTransaction {
  private final PersonRepository repository;
  private final Journal journal;
  private final Clock clock;

  ErasureTransaction(PersonRepository repository, Journal journal, Clock clock) {
    this.repository = repository;
    this.journal = journal;
    this.clock = clock;
  }

  /** Erases a person, unless they are; false where there is none. */
  @Transactional
  boolean erase(UUID personId, Actor actor) {
    Optional<Boolean> erased = repository.lockForErasure(personId);
    if (erased.isPresent() && !erased.get()) {
      Instant now = clock.instant();
      repository.erase(personId, now);
      journal.append(List.of(new PersonErased(personId, now, actor)));
    }
    return erased.isPresent();
  }
}
