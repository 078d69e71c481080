package org.okno.sql;

import static java.util.stream.Collectors.joining;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * Inserts any number of records in one statement, in the current transaction: each component of the
 * record becomes one array, and {@code unnest} makes rows of them; a single record goes without.
 *
 * <p>The component {@code requestedAt} goes to the column {@code requested_at}. See {@link
 * RecordColumn} for the types.
 */
@Singleton
public class BatchInsert {
  private static final Map<Insert, String> STATEMENTS = new ConcurrentHashMap<>();

  private final Jdbi jdbi;

  public BatchInsert(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * Inserts the rows in their order.
   *
   * @param clause what follows the rows, such as {@code on conflict do nothing}; may be empty
   * @return how many rows were inserted or updated
   */
  public <R extends Record> int insert(String table, List<R> rows, String clause) {
    return rows.isEmpty()
        ? 0
        : jdbi.withHandle(
            handle -> bound(rows, sql -> handle.createUpdate(sql), table, clause).execute());
  }

  /**
   * Inserts the rows in their order and returns a column of those that were inserted or updated.
   *
   * @param clause ends with {@code returning} and one column
   * @param type of that column
   */
  public <R extends Record, T> Set<T> insertReturning(
      String table, List<R> rows, String clause, Class<T> type) {
    return rows.isEmpty()
        ? Set.of()
        : jdbi.withHandle(
            handle -> bound(rows, sql -> handle.createQuery(sql), table, clause).mapTo(type).set());
  }

  private static <R extends Record, S extends SqlStatement<S>> S bound(
      List<R> rows, Function<String, S> statement, String table, String clause) {
    Class<? extends Record> type = rows.getFirst().getClass();
    List<RecordColumn> columns = RecordColumn.of(type);
    boolean single = rows.size() == 1;
    S bound =
        statement.apply(
            STATEMENTS.computeIfAbsent(new Insert(table, type, single, clause), Insert::statement));
    for (int i = 0; i < columns.size(); i++) {
      RecordColumn column = columns.get(i);
      bound.bind(i, single ? column.argument(rows.getFirst()) : column.argument(rows));
    }
    return bound;
  }

  /** What a statement depends on: a few of them are used again and again. */
  private record Insert(String table, Class<? extends Record> type, boolean single, String clause) {

    /** Arrays of one element cost twice the time of the row. */
    String statement() {
      return single
          ? "insert into %s (%s) values (%s) %s"
              .formatted(
                  table,
                  joined(RecordColumn::name),
                  joined(column -> "?::" + column.type()),
                  clause)
          : "insert into %s (%s) select %s from unnest(%s) as given (%2$s) %s"
              .formatted(
                  table,
                  joined(RecordColumn::name),
                  joined(RecordColumn::selected),
                  joined(RecordColumn::parameter),
                  clause);
    }

    private String joined(Function<RecordColumn, String> part) {
      return RecordColumn.of(type).stream().map(part).collect(joining(", "));
    }
  }
}
