package org.okno.analytics.recount;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.okno.analytics.summary.Revisions;

/** The recounted rows, and how they take the place of the shown ones. */
@Singleton
class RecountRepository {
  // Until the end of the transaction: whoever stores rows, or shows a recount, waits meanwhile.
  private static final String SHOWN = "select shown from summary_recount for update";
  private static final String IS_OVERTAKEN =
      "select exists (select from recounted_summary where revision > :last)";
  private static final String LEFT_OUT =
      """
      select concat_ws('/', day, territory, agency, channel, need) from daily_summary d
      where not exists (
        select from recounted_summary r
        where (r.day, r.territory, r.agency, r.channel, r.need) = (d.day, d.territory, d.agency, d.channel, d.need)
          and r.revision > :before and r.revision <= :last)
      """;
  private static final String COPY =
      "insert into daily_summary select * from recounted_summary where revision > :before and revision <= :last";
  private static final String COPY_SERIES =
      "insert into series select distinct territory, agency, channel, need from daily_summary";

  private final Jdbi jdbi;

  RecountRepository(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * Shows the rows of a recount instead of those before, all at once. Does nothing where it is
   * shown already, or where a later one has begun: that one has taken some of its rows.
   *
   * @param removal gets the keys of the rows that are shown and that the recount does not have;
   *     when it fails, nothing was done
   * @return whether this recount, or a later one, is shown now
   */
  @Transactional
  boolean show(int recount, Consumer<List<String>> removal) {
    Map<String, Long> revisions =
        Map.of("before", Revisions.before(recount), "last", Revisions.before(recount + 1));
    return jdbi.withHandle(
        handle -> {
          if (handle.createQuery(SHOWN).mapTo(Integer.class).one() >= recount) {
            return true;
          }
          if (handle
              .createQuery(IS_OVERTAKEN)
              .bind("last", revisions.get("last"))
              .mapTo(Boolean.class)
              .one()) {
            return false;
          }
          removal.accept(
              handle.createQuery(LEFT_OUT).bindMap(revisions).mapTo(String.class).list());
          replace(handle, recount, revisions);
          return true;
        });
  }

  private static void replace(Handle handle, int recount, Map<String, Long> revisions) {
    handle.execute("delete from daily_summary");
    handle.execute("delete from series");
    handle.createUpdate(COPY).bindMap(revisions).execute();
    handle.execute(COPY_SERIES);
    handle
        .createUpdate("delete from recounted_summary where revision <= :last")
        .bind("last", revisions.get("last"))
        .execute();
    handle.execute("update summary_recount set shown = ?", recount);
  }
}
