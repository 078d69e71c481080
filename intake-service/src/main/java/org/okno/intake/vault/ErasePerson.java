package org.okno.intake.vault;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.okno.contracts.IntakeEvent.PersonErased;
import org.okno.intake.database.Transactions;
import org.okno.journal.Journal;

/**
 * Destroys a person's key: nothing sealed with it can be read again, in tables, log or backups; and
 * the hashes, so that the person is not found again. Asking twice erases once.
 */
public final class ErasePerson {
  // A key share lock of an acceptance in flight makes this wait: it is sealed before, or not at
  // all.
  private static final String LOCK =
      "select erased_at is not null from person where id = ? for update";
  private static final String ERASE =
      """
      update person set wrapped_key = null, blind_index = null, phone_hash = null, erased_at = ?
      where id = ?
      """;

  private final Transactions transactions;
  private final Journal journal;
  private final DataKeys dataKeys;
  private final Clock clock;

  public ErasePerson(Transactions transactions, Journal journal, DataKeys dataKeys, Clock clock) {
    this.transactions = transactions;
    this.journal = journal;
    this.dataKeys = dataKeys;
    this.clock = clock;
  }

  /** What became of the person. */
  public enum Outcome {
    ERASED,
    ERASED_BEFORE,
    UNKNOWN
  }

  /** Erases; when it returns, the key is destroyed. */
  public Outcome erase(UUID personId) {
    Outcome outcome = transactions.write(connection -> erase(connection, personId));
    dataKeys.forget(personId);
    return outcome;
  }

  private Outcome erase(Connection connection, UUID personId) throws SQLException {
    try (var lock = connection.prepareStatement(LOCK)) {
      lock.setObject(1, personId);
      try (var row = lock.executeQuery()) {
        if (!row.next()) {
          return Outcome.UNKNOWN;
        }
        if (row.getBoolean(1)) {
          return Outcome.ERASED_BEFORE;
        }
      }
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    try (var update = connection.prepareStatement(ERASE)) {
      update.setObject(1, OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
      update.setObject(2, personId);
      update.executeUpdate();
    }
    journal.append(connection, List.of(new PersonErased(personId, now)));
    return Outcome.ERASED;
  }
}
