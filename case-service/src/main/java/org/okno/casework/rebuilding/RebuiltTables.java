package org.okno.casework.rebuilding;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The tables that are rebuilt, in a schema of their own until they take the place of the former.
 * They are made like those the migrations made, so that no definition stands twice.
 */
final class RebuiltTables {
  /** Those that everything in can be had from the topics again. */
  static final List<String> ALL = List.of("cases", "need", "erased_person", "journal");

  private static final String SCHEMA = "rebuilt";
  private static final String FORMER = "former";

  private RebuiltTables() {}

  /** A table being rebuilt, as SQL names it. */
  static String name(String table) {
    return SCHEMA + "." + table;
  }

  /** Makes them empty, without indexes: rows come in faster so. */
  static void make(Connection connection) throws SQLException {
    drop(connection);
    execute(connection, "create schema " + SCHEMA);
    for (String table : ALL) {
      execute(
          connection,
          "create table %s (like public.%s including defaults including constraints including identity)"
              .formatted(name(table), table));
    }
  }

  /** Removes what this or an earlier, interrupted run made. */
  static void drop(Connection connection) throws SQLException {
    execute(connection, "drop schema if exists " + SCHEMA + " cascade");
  }

  /** What a table still lacks of its model: keys, indexes, triggers; a statement each. */
  static List<String> completions(Connection connection, String table) throws SQLException {
    String model = "'public.%s'::regclass".formatted(table);
    List<String> statements =
        strings(
            connection,
            """
            select format('alter table %s add constraint %%I %%s', conname, pg_get_constraintdef(oid))
            from pg_constraint where conrelid = %s and contype in ('p', 'u')
            union all
            select pg_get_indexdef(indexrelid) from pg_index where indrelid = %s
              and not exists (select from pg_constraint where conindid = indexrelid)
            union all
            select pg_get_triggerdef(oid) from pg_trigger where tgrelid = %s and not tgisinternal
            union all
            select format('grant %%s on %s to %%I', privilege_type, grantee)
            from information_schema.role_table_grants
            where table_schema = 'public' and table_name = '%s' and grantee <> current_user
            """
                .formatted(name(table), model, model, model, name(table), table));
    return statements.stream()
        .map(statement -> statement.replace(" ON public.", " ON " + SCHEMA + "."))
        .collect(Collectors.toCollection(ArrayList::new));
  }

  /** Keeps everybody else from the present tables until the transaction ends. */
  static void lockPresent(Connection connection) throws SQLException {
    String all = ALL.stream().map("public."::concat).collect(Collectors.joining(", "));
    execute(connection, "lock table " + all + " in access exclusive mode");
  }

  /** How many events and erased persons of the present tables the rebuilt ones do not have. */
  static long missing(Connection connection) throws SQLException {
    return missing(connection, "journal", "event_id")
        + missing(connection, "erased_person", "person_id");
  }

  private static long missing(Connection connection, String table, String key) throws SQLException {
    return number(
        connection,
        "select count(*) from public.%1$s as present where not exists (select from %2$s as rebuilt where rebuilt.%3$s = present.%3$s)"
            .formatted(table, name(table), key));
  }

  /** How many rows of a table are other than before: gone, new or changed. */
  static long differences(Connection connection, String table) throws SQLException {
    String present = "select %s from public.%s".formatted(content(table), table);
    String rebuilt = "select %s from %s".formatted(content(table), name(table));
    return number(
        connection,
        "select greatest((select count(*) from (%s except all %s) as gone), (select count(*) from (%s except all %s) as came))"
            .formatted(present, rebuilt, rebuilt, present));
  }

  /** Of the journal, the order within a case counts, not the number. */
  private static String content(String table) {
    return table.equals("journal")
        ? "event_id, topic, event_key, type, source, time, subject, specversion, content_type, payload,"
            + " row_number() over (partition by event_key order by seq)"
        : "*";
  }

  /** Puts them in the place of the former, which are dropped; all or nothing. */
  static void replace(Connection connection) throws SQLException {
    execute(connection, "drop schema if exists " + FORMER + " cascade");
    execute(connection, "create schema " + FORMER);
    for (String table : ALL) {
      execute(connection, "alter table public.%s set schema %s".formatted(table, FORMER));
      execute(connection, "alter table %s set schema public".formatted(name(table)));
    }
    execute(connection, "alter publication okno_journal set table public.journal");
    execute(connection, "drop schema " + FORMER + " cascade");
    execute(connection, "drop schema " + SCHEMA);
  }

  static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  static long number(Connection connection, String query) throws SQLException {
    return Long.parseLong(strings(connection, query).getFirst());
  }

  static List<String> strings(Connection connection, String query) throws SQLException {
    List<String> found = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    return found;
  }
}
