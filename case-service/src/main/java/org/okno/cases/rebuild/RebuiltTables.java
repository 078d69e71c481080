package org.okno.cases.rebuild;

import java.util.List;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.okno.sql.CopyInsert;

/**
 * The tables that are rebuilt, in a schema of their own until they replace the present ones. They
 * are made like those that the migrations made, so that no definition stands twice.
 */
final class RebuiltTables {
  /** Those whose whole content is on the topics. */
  static final List<String> ALL =
      List.of("cases", "need", "deadline", "referral", "programme", "erased_person", "journal");

  private static final String SCHEMA = "rebuilt";
  private static final String FORMER = "former";

  private final Jdbi jdbi;

  RebuiltTables(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  private static String name(String table) {
    return SCHEMA + "." + table;
  }

  /** Writes rows of a table by COPY. */
  static <R extends Record> CopyInsert<R> copy(Handle handle, String table, Class<R> type) {
    return new CopyInsert<>(handle.getConnection(), name(table), type);
  }

  /** Makes them empty, without indexes: that is faster. */
  void make() {
    drop();
    jdbi.useHandle(
        handle -> {
          handle.execute("create schema " + SCHEMA);
          for (String table : ALL) {
            handle.execute(
                "create table %s (like public.%s including defaults including constraints including identity)"
                    .formatted(name(table), table));
          }
        });
  }

  /** Removes what this or an earlier, interrupted run made. */
  void drop() {
    jdbi.useHandle(handle -> handle.execute("drop schema if exists " + SCHEMA + " cascade"));
  }

  /**
   * Makes keys, indexes and triggers, and grants rights, as the present table has them; its
   * policies come when it is the present one, since they name tables.
   */
  void complete(String table) {
    jdbi.useHandle(
        handle -> {
          handle.execute("set maintenance_work_mem = '256MB'");
          completions(handle, table).forEach(handle::execute);
          handle.execute("analyze " + name(table));
        });
  }

  /** What makes the policies of the present tables, whatever their schema is then. */
  private static List<String> policies(Handle handle) {
    return handle
        .createQuery(
            """
            select format('alter table public.%I enable row level security', relname) from pg_class
            where relnamespace = 'public'::regnamespace and relrowsecurity and relname = any(:tables)
            union all
            select format('create policy %I on public.%I for %s to %s', policyname, tablename, cmd,
                (select string_agg(quote_ident(role), ', ') from unnest(roles) as role))
              || coalesce(' using (' || qual || ')', '') || coalesce(' with check (' || with_check || ')', '')
            from pg_policies where schemaname = 'public' and tablename = any(:tables)
            """)
        .bind("tables", ALL.toArray(String[]::new))
        .mapTo(String.class)
        .list();
  }

  private static List<String> completions(Handle handle, String table) {
    String present = "'public.%s'::regclass".formatted(table);
    return handle
        .createQuery(
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
                .formatted(name(table), present, present, present, name(table), table))
        .mapTo(String.class)
        .map(statement -> statement.replace(" ON public.", " ON " + SCHEMA + "."))
        .list();
  }

  /** The newest event ids of the present journal. */
  List<String> newestEvents(int number) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select event_id from public.journal order by seq desc limit :number")
                .bind("number", number)
                .mapTo(String.class)
                .list());
  }

  /**
   * Requires that the rebuilt tables hold every event and every erased person of the present ones.
   *
   * @throws RebuildException with how many they lack
   */
  void requireComplete() {
    jdbi.useHandle(RebuiltTables::requireComplete);
  }

  private static void requireComplete(Handle handle) {
    long missing =
        missing(handle, "journal", "event_id") + missing(handle, "erased_person", "person_id");
    if (missing > 0) {
      throw new RebuildException(
          "%,d events or erasures that are in the tables were not on the topics. Is the service stopped, and Connect running? Try again once they are."
              .formatted(missing));
    }
  }

  private static long missing(Handle handle, String table, String key) {
    return number(
        handle,
        "select count(*) from public.%1$s as present where not exists (select from %2$s as rebuilt where rebuilt.%3$s = present.%3$s)"
            .formatted(table, name(table), key));
  }

  /** How many rows of a table differ from the present ones: gone, new or changed. */
  long differences(String table) {
    String present = "select %s from public.%s".formatted(content(table), table);
    String rebuilt = "select %s from %s".formatted(content(table), name(table));
    return jdbi.withHandle(
        handle ->
            number(
                handle,
                "select greatest((select count(*) from (%s except all %s) as gone), (select count(*) from (%s except all %s) as added))"
                    .formatted(present, rebuilt, rebuilt, present)));
  }

  private static long number(Handle handle, String query) {
    return handle.createQuery(query).mapTo(Long.class).one();
  }

  /** Of the journal, the order within a case counts, not the number. */
  private static String content(String table) {
    return table.equals("journal")
        ? "event_id, topic, event_key, type, source, time, subject, specversion, content_type,"
            + " payload, row_number() over (partition by event_key order by seq)"
        : "*";
  }

  /**
   * Replaces the present tables, which are dropped; all or nothing.
   *
   * @throws RebuildException if they hold what the rebuilt ones do not: a service that was not
   *     stopped may have written meanwhile
   */
  void replace() {
    jdbi.useTransaction(
        handle -> {
          handle.execute(
              "lock table %s in access exclusive mode"
                  .formatted(
                      ALL.stream().map("public."::concat).collect(Collectors.joining(", "))));
          requireComplete(handle);
          List<String> policies = policies(handle);
          handle.execute("drop schema if exists " + FORMER + " cascade");
          handle.execute("create schema " + FORMER);
          for (String table : ALL) {
            handle.execute("alter table public.%s set schema %s".formatted(table, FORMER));
            handle.execute("alter table %s set schema public".formatted(name(table)));
          }
          policies.forEach(handle::execute);
          handle.execute("alter publication okno_journal set table public.journal");
          handle.execute("drop schema " + FORMER + " cascade");
          handle.execute("drop schema " + SCHEMA);
        });
  }
}
