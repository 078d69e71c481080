package org.okno.analytics.summary;

import jakarta.inject.Singleton;
import org.jdbi.v3.core.Jdbi;

/** By which recount the rows that are shown were counted. */
@Singleton
public class ShownRecountRepository {
  private final Jdbi jdbi;
  private final int recount;

  ShownRecountRepository(Jdbi jdbi, SummarySettings settings) {
    this.jdbi = jdbi;
    this.recount = settings.recount();
  }

  /** 0 before the first. */
  public int number() {
    return jdbi.withHandle(
        handle ->
            handle.createQuery("select shown from summary_recount").mapTo(Integer.class).one());
  }

  /** Whether what this instance counts is not shown yet. */
  public boolean isRecounting() {
    return number() < recount;
  }
}
