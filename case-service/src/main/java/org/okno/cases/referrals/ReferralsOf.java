package org.okno.cases.referrals;

import org.okno.contracts.Codes;

/** Which referrals of an agency are listed. */
public enum ReferralsOf {
  /** Those made to it. */
  RECEIVED("to_agency_id"),
  /** Those it made. */
  MADE("from_agency_id");

  private final String column;

  ReferralsOf(String column) {
    this.column = column;
  }

  String column() {
    return column;
  }

  /** A status as the query names it. */
  public enum Status {
    MADE,
    ACCEPTED,
    DECLINED,
    WITHDRAWN;

    String code() {
      return Codes.of(this);
    }
  }
}
