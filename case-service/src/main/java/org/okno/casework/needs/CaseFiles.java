package org.okno.casework.needs;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.okno.contracts.CaseEvent;
import org.okno.journal.Journal;

/** Cases with their needs, one by one: one statement reads a case, one changes a need of it. */
@Singleton
public class CaseFiles {
  private static final String READ =
      "select "
          + StoredCase.COLUMNS
          + ", n.* from cases c join need n on n.request_id = c.request_id"
          + " where c.request_id = ? order by n.position";

  // Whoever changes the same case at the same time waits for its row, and then finds another
  // version there: each change rests on the case as it was read, and the events of a case lie in
  // the journal in the order of the commits. One statement is a transaction of its own: one round
  // trip for the change, its events and the commit.
  private static final String CHANGE =
      """
      with moved as (
        update cases set status = ?, version = version + 1 where request_id = ? and version = ?
        returning request_id),
      changed as (
        update need set status = ?, accepted_at = ?::timestamptz, settled_at = ?::timestamptz, outcome = ?,
          decline_reason = ?, version = version + 1
        where request_id = (select request_id from moved) and id = ?
        returning id)
      """
          + Journal.INSERT
          + "where exists (select from changed)";

  private final DataSource database;
  private final Journal journal;

  CaseFiles(DataSource database, Journal journal) {
    this.database = database;
    this.journal = journal;
  }

  /** A case as it stands; read in one statement, so that its version fits its needs. */
  public Optional<CaseFile> read(UUID requestId) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(READ)) {
      select.setObject(1, requestId);
      try (ResultSet rows = select.executeQuery()) {
        if (!rows.next()) {
          return Optional.empty();
        }
        StoredCase theCase = StoredCase.read(rows);
        List<StoredNeed> needs = new ArrayList<>();
        do {
          needs.add(StoredNeed.read(rows));
        } while (rows.next());
        return Optional.of(new CaseFile(theCase, List.copyOf(needs)));
      }
    }
  }

  /**
   * Writes what an agency did with a need, the status that this gives the case, and their events;
   * committed when it returns.
   *
   * @param events at least one
   * @return false when the case changed since it was read; nothing is written then
   */
  boolean change(CaseFile read, StoredNeed changed, List<CaseEvent> events) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement update = connection.prepareStatement(CHANGE)) {
      update.setString(1, Codes.of(read.statusWith(changed)));
      update.setObject(2, changed.requestId());
      update.setLong(3, read.theCase().version());
      NeedColumns columns = changed.columns();
      update.setString(4, columns.status());
      update.setString(5, text(columns.acceptedAt()));
      update.setString(6, text(columns.settledAt()));
      update.setString(7, columns.outcome());
      update.setString(8, columns.declineReason());
      update.setObject(9, changed.id());
      journal.bind(update, 10, events);
      return update.executeUpdate() == events.size();
    }
  }

  private static @Nullable String text(@Nullable Instant time) {
    return time == null ? null : time.toString();
  }
}
