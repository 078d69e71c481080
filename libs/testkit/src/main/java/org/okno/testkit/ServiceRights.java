package org.okno.testkit;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** What PostgreSQL lets a service do, tried with the credentials of the one that is tested. */
public final class ServiceRights {
  /** Of an attempt that PostgreSQL refuses. */
  public static final String REFUSED = "42501";

  private final String service;
  private final Config config = ConfigProvider.getConfig();

  /**
   * @param service such as {@code case}
   */
  public ServiceRights(String service) {
    this.service = service;
  }

  /** The SQLSTATE of each attempt at what no service may do, by the attempt. */
  public Map<String, String> refusals(String table) {
    String own = "set role okno_%s_own; ".formatted(service);
    Map<String, String> states = new LinkedHashMap<>();
    for (String attempt :
        List.of(
            "select * from " + table,
            "set role okno_" + service,
            "set role postgres",
            own + "alter table %s disable row level security".formatted(table),
            own + "set row_security = off; select * from " + table,
            own + "drop policy own_rows on " + table,
            own + "truncate " + table,
            own + "create table mine ()",
            own + "select * from flyway_schema_history",
            "set role okno_%s_all; alter table %s no force row level security"
                .formatted(service, table),
            "set role okno_%s_all; delete from flyway_schema_history".formatted(service),
            "set role okno_%s_all; copy %s to program 'true'".formatted(service, table))) {
      states.put(attempt, state(attempt));
    }
    for (String other : List.of("intake", "routing", "case", "analytics")) {
      if (!other.equals(service)) {
        states.put("connect to " + other, connectState(other, Map.of()));
      }
    }
    states.put(
        "replicate",
        connectState(
            service,
            Map.of(
                "replication", "database",
                "assumeMinServerVersion", "15",
                "preferQueryMode", "simple")));
    return states;
  }

  /**
   * How many rows a query finds in a session.
   *
   * @param rows setting {@code okno.rows}, such as {@code agency:own}; empty: as a session begins
   */
  public List<String> rows(String rows, String query) {
    try (Connection connection = connect(service, Map.of());
        Statement statement = connection.createStatement()) {
      statement.execute("set role okno_%s_own".formatted(service));
      if (!rows.isEmpty()) {
        statement.execute("set okno.rows = '%s'".formatted(rows));
      }
      try (var found = statement.executeQuery(query)) {
        List<String> values = new ArrayList<>();
        while (found.next()) {
          values.add(found.getString(1));
        }
        return values;
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private String state(String attempt) {
    try (Connection connection = connect(service, Map.of());
        Statement statement = connection.createStatement()) {
      statement.execute(attempt);
      return "done";
    } catch (SQLException e) {
      return e.getSQLState();
    }
  }

  private String connectState(String database, Map<String, String> more) {
    try (Connection connection = connect(database, more)) {
      return "connected: " + connection.isClosed();
    } catch (SQLException e) {
      return e.getSQLState();
    }
  }

  private Connection connect(String database, Map<String, String> more) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", config.getValue("quarkus.datasource.username", String.class));
    properties.setProperty(
        "password", config.getValue("quarkus.datasource.password", String.class));
    properties.putAll(more);
    String url = config.getValue("quarkus.datasource.jdbc.url", String.class);
    return DriverManager.getConnection(
        url.replaceFirst("/%s$".formatted(service), "/" + database), properties);
  }
}
