package org.okno.analytics.reports;

import org.okno.contracts.Codes;

/** What totals are summed by: a column of the rows. */
public enum TotalsBy {
  DAY,
  TERRITORY,
  AGENCY,
  CHANNEL,
  NEED;

  String column() {
    return Codes.of(this);
  }
}
