package org.okno.routing.directory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The directory's tables, read and written as a whole: an import of thousands of services is one
 * statement a table.
 */
@ApplicationScoped
class DirectoryTables {
  private static final JsonMapper ROWS =
      JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();

  private static final String PUT_TERRITORIES =
      """
      insert into territory
      select * from jsonb_to_recordset(?::jsonb) as r (code text, name text, level text, parent text, zone text)
      on conflict (code) do update set
        name = excluded.name, level = excluded.level, parent = excluded.parent, zone = excluded.zone
      """;
  private static final String PUT_TERMS =
      """
      insert into term
      select * from jsonb_to_recordset(?::jsonb) as r (axis text, code text, name_ru text, name_en text)
      on conflict (axis, code) do update set name_ru = excluded.name_ru, name_en = excluded.name_en
      """;
  private static final String PUT_ORGANIZATIONS =
      """
      insert into organization
      select * from jsonb_to_recordset(?::jsonb) as r (id text, name text, description text, website text)
      on conflict (id) do update set
        name = excluded.name, description = excluded.description, website = excluded.website
      """;
  private static final String PUT_SERVICES =
      """
      insert into service
      select * from jsonb_to_recordset(?::jsonb) as r (id text, organization_id text, name text, status text,
        respond_within_hours int, needs text[], service_areas text[], target_groups text[])
      on conflict (id) do update set
        organization_id = excluded.organization_id, name = excluded.name, status = excluded.status,
        respond_within_hours = excluded.respond_within_hours, needs = excluded.needs,
        service_areas = excluded.service_areas, target_groups = excluded.target_groups
      """;

  /** The version; changes made since by others are not seen. */
  long version(Connection connection) throws SQLException {
    return number(connection, "select version from directory_version");
  }

  /** The version, kept from changing until the transaction ends. */
  long lockedVersion(Connection connection) throws SQLException {
    return number(connection, "select version from directory_version for update");
  }

  /** Counts one more change. */
  void raiseVersion(Connection connection) throws SQLException {
    try (PreparedStatement raise =
        connection.prepareStatement("update directory_version set version = version + 1")) {
      raise.executeUpdate();
    }
  }

  DirectoryContent read(Connection connection) throws SQLException {
    return new DirectoryContent(
        rows(connection, "select * from territory", DirectoryRows::territory, Territory::code),
        rows(connection, "select * from term", DirectoryRows::term, Term::key),
        rows(
            connection,
            "select * from organization",
            DirectoryRows::organization,
            Organization::id),
        rows(connection, "select * from service", DirectoryRows::service, Service::id));
  }

  /** Puts entries in; in an order in which what is named is there before. */
  void put(Connection connection, DirectoryDocument entries) throws SQLException {
    put(connection, PUT_TERRITORIES, entries.territories());
    put(connection, PUT_TERMS, entries.terms());
    put(connection, PUT_ORGANIZATIONS, entries.organizations());
    put(connection, PUT_SERVICES, entries.services());
  }

  private static void put(Connection connection, String statement, List<?> rows)
      throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    try (PreparedStatement put = connection.prepareStatement(statement)) {
      put.setString(1, ROWS.writeValueAsString(rows));
      put.executeUpdate();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a directory entry has no JSON form", e);
    }
  }

  private static long number(Connection connection, String query) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(query);
        ResultSet row = select.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  private static <T> SortedMap<String, T> rows(
      Connection connection, String query, DirectoryRows.Form<T> form, Function<T, String> key)
      throws SQLException {
    SortedMap<String, T> entries = new TreeMap<>();
    try (PreparedStatement select = connection.prepareStatement(query);
        ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        T entry = form.of(rows);
        entries.put(key.apply(entry), entry);
      }
    }
    return entries;
  }
}
