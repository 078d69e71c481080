package org.okno.analytics.recount;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** The recounted rows, and which recount is shown. */
@Singleton
class RecountRepository {
  // Whoever stores rows holds the lock of this row meanwhile.
  private static final String SHOW =
      "update summary_recount set shown = :recount where shown < :recount";
  private static final String COPY =
      "insert into daily_summary select * from recounted_summary where revision > :before";
  private static final String COPY_SERIES =
      "insert into series select distinct territory, agency, channel, need from daily_summary";
  private static final String LEFT_OUT =
      """
      select concat_ws('/', day, territory, agency, channel, need) from daily_summary d
      where not exists (
        select from recounted_summary r
        where (r.day, r.territory, r.agency, r.channel, r.need) = (d.day, d.territory, d.agency, d.channel, d.need)
          and r.revision > :before)
      """;

  private final Jdbi jdbi;

  RecountRepository(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  int shown() {
    return jdbi.withHandle(
        handle ->
            handle.createQuery("select shown from summary_recount").mapTo(Integer.class).one());
  }

  /**
   * The keys of the rows that are shown and that the recount does not have.
   *
   * @param before the last revision before those of the recount
   */
  List<String> leftOut(long before) {
    return jdbi.withHandle(
        handle -> handle.createQuery(LEFT_OUT).bind("before", before).mapTo(String.class).list());
  }

  /** Shows the rows of a recount instead of those before, all at once; does nothing twice. */
  @Transactional
  void show(int recount, long before) {
    jdbi.useHandle(
        handle -> {
          if (handle.createUpdate(SHOW).bind("recount", recount).execute() == 0) {
            return;
          }
          handle.execute("delete from daily_summary");
          handle.execute("delete from series");
          handle.createUpdate(COPY).bind("before", before).execute();
          handle.execute(COPY_SERIES);
          handle.execute("delete from recounted_summary");
        });
  }
}
