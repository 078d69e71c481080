package org.okno.sql;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;
import org.jdbi.v3.postgres.PostgresPlugin;

/**
 * The one way to the database. A handle uses the connection of the current JTA transaction; outside
 * of one, each statement commits by itself.
 */
public final class JdbiProducer {
  // All that Jdbi then writes in place of the arguments; it fails with less.
  private static final String ELLIPSIS = "..";

  private JdbiProducer() {}

  @Produces
  @Singleton
  static Jdbi jdbi(DataSource database) {
    return of(database);
  }

  /** Jdbi as the services have it, for programs without a container. */
  public static Jdbi of(DataSource database) {
    Jdbi jdbi = Jdbi.create(database).installPlugin(new PostgresPlugin());
    jdbi.registerRowMapper(new RecordRows());
    jdbi.registerColumnMapper(
        JsonText.class, (row, column, context) -> jsonText(row.getString(column)));
    jdbi.registerArgument(new ByteArrays());
    // Neither the message of an exception nor a flight recording quotes arguments: they are
    // personal data.
    jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
    jdbi.getConfig(SqlStatements.class).setJfrParamMaxLength(ELLIPSIS.length());
    return jdbi;
  }

  @SuppressWarnings("NullAway") // Jdbi's mappers return null for null
  private static JsonText jsonText(@org.jspecify.annotations.Nullable String value) {
    return value == null ? null : new JsonText(value);
  }
}
