package org.okno.routing.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** One row of a directory table as its record. */
final class DirectoryRows {
  private DirectoryRows() {}

  /** Makes a record of the row at hand. */
  interface Form<T> {
    T of(ResultSet row) throws SQLException;
  }

  static Territory territory(ResultSet row) throws SQLException {
    return new Territory(
        row.getString("code"),
        row.getString("name"),
        row.getString("level"),
        row.getString("parent"),
        row.getString("zone"));
  }

  static Term term(ResultSet row) throws SQLException {
    return new Term(
        row.getString("axis"),
        row.getString("code"),
        row.getString("name_ru"),
        row.getString("name_en"));
  }

  static Organization organization(ResultSet row) throws SQLException {
    return new Organization(
        row.getString("id"),
        row.getString("name"),
        row.getString("description"),
        row.getString("website"));
  }

  static Service service(ResultSet row) throws SQLException {
    return new Service(
        row.getString("id"),
        row.getString("organization_id"),
        row.getString("name"),
        row.getString("status"),
        row.getInt("respond_within_hours"),
        codes(row, "needs"),
        codes(row, "service_areas"),
        codes(row, "target_groups"));
  }

  private static List<String> codes(ResultSet row, String column) throws SQLException {
    return List.of((String[]) row.getArray(column).getArray());
  }
}
