package org.okno.intake.accesses;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.List;
import org.okno.intake.vault.BlindIndex;
import org.okno.messaging.Journal;

/**
 * Appends to the access journal, in the current transaction: to the chain in its table, and to the
 * journal that is published. One transaction at a time appends; the others wait for its commit.
 */
@Singleton
class AccessJournal {
  private final AccessRepository repository;
  private final Journal journal;
  private final BlindIndex blindIndex;
  private final Clock clock;
  private final MeterRegistry metrics;

  AccessJournal(
      AccessRepository repository,
      Journal journal,
      BlindIndex blindIndex,
      Clock clock,
      MeterRegistry metrics) {
    this.repository = repository;
    this.journal = journal;
    this.blindIndex = blindIndex;
    this.clock = clock;
    this.metrics = metrics;
  }

  /** Appends an entry; until the transaction ends, nobody else does. */
  @Transactional(TxType.MANDATORY)
  AccessEntry append(Access access) {
    repository.lock();
    AccessEntry entry =
        AccessEntry.after(repository.last().orElse(null), access, clock.instant(), blindIndex);
    repository.insert(entry);
    journal.append(List.of(entry.event()));
    metrics
        .counter("okno.intake.accesses", "action", entry.action(), "purpose", entry.purpose())
        .increment();
    return entry;
  }
}
