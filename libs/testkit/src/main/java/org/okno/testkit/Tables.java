package org.okno.testkit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.okno.engines.postgres.Postgres;

/** A service's database, seen from outside. */
public final class Tables {
  private final Postgres postgres;
  private final String database;

  public Tables(Postgres postgres, String database) {
    this.postgres = postgres;
    this.database = database;
  }

  /** How many rows {@code select count(*) from …} finds. */
  public long count(String from, Object... parameters) {
    return Long.parseLong(strings("select count(*) from " + from, parameters).getFirst());
  }

  /** The first column of each row, as text. */
  public List<String> strings(String query, Object... parameters) {
    try (Connection connection = postgres.connect(database);
        PreparedStatement statement = connection.prepareStatement(query)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      try (ResultSet rows = statement.executeQuery()) {
        List<String> values = new ArrayList<>();
        while (rows.next()) {
          values.add(rows.getString(1));
        }
        return values;
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Runs a statement. */
  public void execute(String sql) {
    try (Connection connection = postgres.connect(database);
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.execute();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The types of the journal's rows about a request or a person, in their order. */
  public List<String> journal(Object key) {
    return strings("select type from journal where event_key = ? order by seq", key.toString());
  }

  /** Every row of every table, as text. */
  public List<String> everything() {
    List<String> rows = new ArrayList<>();
    for (String table :
        strings(
            "select quote_ident(table_name) from information_schema.tables where table_schema = 'public'")) {
      rows.addAll(strings("select t::text from " + table + " t"));
    }
    return rows;
  }
}
