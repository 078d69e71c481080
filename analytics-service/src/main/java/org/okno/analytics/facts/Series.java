package org.okno.analytics.facts;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;
import org.okno.contracts.Codes;
import org.okno.messaging.PoisonEventException;

/**
 * One line of the summary through the days: territory × agency × channel × need.
 *
 * @param agency directory id; null for what is counted before an agency is known
 */
public record Series(String territory, @Nullable String agency, String channel, String need) {
  /** Stands for no agency in keys and in the database; no code. */
  public static final String NO_AGENCY = "-";

  /** Between the parts of a key: below every character that a code may hold. */
  public static final char SEPARATOR = '\0';

  /**
   * @throws PoisonEventException where a code is none by the grammar of {@link Codes}
   */
  public Series {
    check("territory", territory);
    check("channel", channel);
    check("need", need);
    if (agency != null) {
      check("agency", agency);
    }
  }

  /** The parts in one text; equal series and no others have equal keys. */
  public String key() {
    return territory + SEPARATOR + agencyOrNone() + SEPARATOR + channel + SEPARATOR + need;
  }

  /** The agency, {@value #NO_AGENCY} for none. */
  public String agencyOrNone() {
    return agency == null ? NO_AGENCY : agency;
  }

  private static void check(String name, String code) {
    requireNonNull(code, name);
    if (!Codes.isCode(code)) {
      throw new PoisonEventException(name + ": " + Codes.GRAMMAR);
    }
  }
}
