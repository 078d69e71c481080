package org.okno.cases.referrals;

import com.fasterxml.jackson.annotation.JsonValue;
import org.okno.contracts.Codes;

/** What the other agency is asked for. A code, never words: words of staff may name a person. */
public enum ReferralPurpose {
  /** To do what the referring agency cannot. */
  TAKE_OVER,
  /** To do a part of it. */
  HELP_TOGETHER,
  /** To find out what the person needs, or is entitled to. */
  ASSESS,
  /** To advise the person. */
  ADVISE;

  /** As events, tables and HTTP write it. */
  @JsonValue
  public String code() {
    return Codes.of(this);
  }
}
