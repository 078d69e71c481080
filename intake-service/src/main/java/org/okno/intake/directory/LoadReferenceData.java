package org.okno.intake.directory;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.okno.intake.directory.ReferenceData.Channel;
import org.okno.intake.directory.ReferenceData.Term;
import org.okno.intake.directory.ReferenceData.Territory;

/** Reads the reference data out of its tables. */
final class LoadReferenceData {
  private LoadReferenceData() {}

  static ReferenceData load(Connection connection) throws SQLException {
    return new ReferenceData(
        read(
            connection,
            "select code, name_ru, name_en from channel",
            row -> new Channel(row.getString(1), row.getString(2), row.getString(3))),
        read(
            connection,
            "select code, name, level, parent, zone from territory",
            row ->
                new Territory(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5))),
        read(
            connection,
            "select axis, code, name_ru, name_en from term",
            row ->
                new Term(row.getString(1), row.getString(2), row.getString(3), row.getString(4))));
  }

  private interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  private static <T> List<T> read(Connection connection, String query, Row<T> entry)
      throws SQLException {
    List<T> entries = new ArrayList<>();
    try (var statement = connection.prepareStatement(query);
        var rows = statement.executeQuery()) {
      while (rows.next()) {
        entries.add(entry.read(rows));
      }
    }
    return entries;
  }
}
