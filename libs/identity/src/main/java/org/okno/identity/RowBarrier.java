package org.okno.identity;

import io.agroal.api.AgroalPoolInterceptor;
import io.quarkus.arc.Arc;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.postgresql.PGConnection;

/**
 * Tells PostgreSQL, whenever a connection is taken from the pool, whose rows it may show: the
 * second barrier, for a statement that lacks its condition. The service's login has no rights of
 * its own; a connection works in one of two roles, of which one sees all rows and the other those
 * that the setting {@code okno.rows} names. A connection remembers both, so that they are only sent
 * where they differ.
 *
 * <p>An HTTP request sees what the access filter permitted, and nothing where that did not run.
 * Outside of HTTP requests it is the service itself.
 */
@Singleton
public final class RowBarrier implements AgroalPoolInterceptor {
  private static final Logger LOG = Logger.getLogger(RowBarrier.class);
  private static final String SET =
      "select set_config('role', ?, false), set_config('okno.rows', ?, false)";

  private final Map<Connection, Session> sessions =
      Collections.synchronizedMap(new WeakHashMap<>());
  private final String service;
  private final CurrentCaller current;

  RowBarrier(@ConfigProperty(name = "okno.service") String service, CurrentCaller current) {
    this.service = service;
    this.current = current;
  }

  /**
   * How a connection works.
   *
   * @param role what follows {@code okno_case_}
   * @param rows such as {@code territory:45000000}; empty for none
   */
  private record Session(String role, String rows) {
    static final Session ALL = new Session("all", "");
    static final Session NOTHING = own("");

    static Session own(String rows) {
      return new Session("own", rows);
    }

    static Session of(Rows rows) {
      return switch (rows) {
        case Rows.All all -> ALL;
        case Rows.OfTerritory(String territory) -> own("territory:" + territory);
        case Rows.OfAgency(String agency) -> own("agency:" + agency);
        case Rows.OfChannel(String channel) -> own("channel:" + channel);
      };
    }
  }

  @Override
  public void onConnectionAcquire(Connection pooled) {
    Session wanted = wanted();
    try {
      // The pool's wrapper forbids to leave the transaction that it was taken for.
      Connection connection = (Connection) pooled.unwrap(PGConnection.class);
      if (!wanted.equals(sessions.get(connection))) {
        set(connection, wanted);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private Session wanted() {
    if (!Arc.container().requestContext().isActive()) {
      return Session.ALL;
    }
    Rows permitted = current.permitted();
    if (permitted != null) {
      return Session.of(permitted);
    }
    return CurrentRequestManager.get() == null ? Session.ALL : Session.NOTHING;
  }

  private void set(Connection connection, Session wanted) throws SQLException {
    sessions.remove(connection);
    try {
      // By itself: a transaction that is rolled back would take it back.
      boolean autoCommit = connection.getAutoCommit();
      connection.setAutoCommit(true);
      send(connection, wanted);
      connection.setAutoCommit(autoCommit);
      sessions.put(connection, wanted);
    } catch (SQLException e) {
      // Closed, its first statement fails as on every connection that broke.
      LOG.warnf(
          "a connection cannot be limited to the caller's rows: SQLSTATE %s", e.getSQLState());
      connection.close();
    }
  }

  private void send(Connection connection, Session wanted) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(SET)) {
      statement.setString(1, "okno_%s_%s".formatted(service, wanted.role()));
      statement.setString(2, wanted.rows());
      statement.execute();
    }
  }
}
