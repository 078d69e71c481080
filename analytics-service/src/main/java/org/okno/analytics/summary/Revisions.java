package org.okno.analytics.summary;

/**
 * The revisions of rows. Those of a recount are behind all of the counts before it, so whoever
 * takes the highest revision of a row gets the recounted one, also where it counts less.
 */
public final class Revisions {
  // More changes than a row ever has. Numbers in JSON are exact for nine thousand recounts.
  private static final long PER_RECOUNT = 1_000_000_000_000L;

  private Revisions() {}

  /** The last revision before those of a recount. */
  public static long before(int recount) {
    return recount * PER_RECOUNT;
  }

  /** Which recount made a revision; 0 for the count before the first. */
  public static int recountOf(long revision) {
    return (int) (revision / PER_RECOUNT);
  }
}
