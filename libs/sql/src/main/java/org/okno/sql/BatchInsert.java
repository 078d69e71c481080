package org.okno.sql;

import static java.util.stream.Collectors.joining;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.Update;

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
            handle -> bound("", rows, sql -> handle.createUpdate(sql), table, clause).execute());
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
            handle ->
                bound("", rows, sql -> handle.createQuery(sql), table, clause).mapTo(type).set());
  }

  /**
   * Inserts the rows by the statement that makes a change, which commits by itself outside of a
   * transaction: one round trip where change, insert and commit are three.
   *
   * @param change common table expressions, such as {@code with changed as (update … returning id)}
   * @param binding of the parameters of the change, by name
   * @param clause under which rows are inserted, such as {@code where exists (select from changed)}
   * @return how many rows were inserted
   */
  public <R extends Record> int insertWith(
      String change, Consumer<Update> binding, String table, List<R> rows, String clause) {
    return jdbi.withHandle(
        handle -> {
          Update update = bound(change, rows, sql -> handle.createUpdate(sql), table, clause);
          binding.accept(update);
          return update.execute();
        });
  }

  private static <R extends Record, S extends SqlStatement<S>> S bound(
      String change, List<R> rows, Function<String, S> statement, String table, String clause) {
    Class<? extends Record> type = rows.getFirst().getClass();
    boolean single = rows.size() == 1;
    S bound =
        statement.apply(
            STATEMENTS.computeIfAbsent(
                new Insert(change, table, type, single, clause), Insert::statement));
    for (RecordColumn column : RecordColumn.of(type)) {
      bound.bind(column.name(), single ? column.argument(rows.getFirst()) : column.argument(rows));
    }
    return bound;
  }

  /** What a statement depends on: a few of them are used again and again. */
  private record Insert(
      String change, String table, Class<? extends Record> type, boolean single, String clause) {

    /** Arrays of one element cost twice the time of the row. */
    String statement() {
      return change
          + (single
              ? "insert into %s (%s) select %s %s"
                  .formatted(
                      table,
                      joined(RecordColumn::name),
                      joined(RecordColumn::singleParameter),
                      clause)
              : "insert into %s (%s) select %s from unnest(%s) as given (%2$s) %s"
                  .formatted(
                      table,
                      joined(RecordColumn::name),
                      joined(RecordColumn::selected),
                      joined(RecordColumn::parameter),
                      clause));
    }

    private String joined(Function<RecordColumn, String> part) {
      return RecordColumn.of(type).stream().map(part).collect(joining(", "));
    }
  }
}
