package org.okno.analytics.facts;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;
import org.okno.messaging.PoisonEventException;

/**
 * One line of the summary through the days: territory × agency × channel × need.
 *
 * @param agency directory id; null for what is counted before an agency is known
 */
public record Series(String territory, @Nullable String agency, String channel, String need) {
  /** Stands for no agency in keys and in the database. */
  public static final String NO_AGENCY = "-";

  /** Between the parts of a key: below every character that a code may hold. */
  public static final char SEPARATOR = '\0';

  private static final int LONGEST = 200;

  /**
   * @throws PoisonEventException where a code is empty, longer than 200 characters, has a control
   *     character in it or, for an agency, is {@value #NO_AGENCY}
   */
  public Series {
    check("territory", territory);
    check("channel", channel);
    check("need", need);
    if (agency != null) {
      check("agency", agency);
      if (agency.equals(NO_AGENCY)) {
        throw new PoisonEventException("agency is '-', which stands for none");
      }
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
    boolean sound =
        !code.isEmpty()
            && code.length() <= LONGEST
            && code.chars().noneMatch(Character::isISOControl);
    if (!sound) {
      throw new PoisonEventException(name + " is not a code of 1 to 200 printable characters");
    }
  }
}
