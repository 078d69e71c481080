package org.okno.intake;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What the service's database holds, seen from outside. */
final class Tables {
  private Tables() {}

  static long count(String from) {
    return Long.parseLong(query("select count(*) from " + from).getFirst());
  }

  /** Every row of every table, as text. */
  static List<String> everything() {
    List<String> rows = new ArrayList<>();
    for (String table :
        query(
            "select quote_ident(table_name) from information_schema.tables where table_schema = 'public'")) {
      rows.addAll(query("select t::text from " + table + " t"));
    }
    return rows;
  }

  static List<String> query(String query) {
    List<String> values = new ArrayList<>();
    try (Connection connection = Engines.stack().postgres().connect("intake");
        var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
