package org.okno.casework.lists;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.okno.casework.lists.CaseView.Happening;

/** The history of a case: its rows of the journal. */
@Singleton
class CaseHistory {
  private static final String OF_CASE =
      """
      select type, time, payload::jsonb #>> '{need,needId}' from journal where event_key = ? order by seq
      """;

  private final DataSource database;

  CaseHistory(DataSource database) {
    this.database = database;
  }

  /** What happened, oldest first. */
  List<Happening> of(UUID requestId) throws SQLException {
    List<Happening> history = new ArrayList<>();
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(OF_CASE)) {
      select.setString(1, requestId.toString());
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          String needId = rows.getString(3);
          history.add(
              new Happening(
                  rows.getString(1),
                  Instant.parse(rows.getString(2)),
                  needId == null ? null : UUID.fromString(needId)));
        }
      }
    }
    return List.copyOf(history);
  }
}
