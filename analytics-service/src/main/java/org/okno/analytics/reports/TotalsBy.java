package org.okno.analytics.reports;

import java.util.Locale;

/** What totals are summed by: a column of the rows. */
public enum TotalsBy {
  DAY,
  TERRITORY,
  AGENCY,
  CHANNEL,
  NEED;

  String column() {
    return name().toLowerCase(Locale.ROOT);
  }
}
