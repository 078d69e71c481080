package org.okno.cases.referrals;

import com.fasterxml.jackson.annotation.JsonValue;
import org.okno.contracts.Codes;

/** A part of the personal data of a request that another agency may open. */
public enum PersonalDataPart {
  NAME,
  PHONE,
  ADDRESS,
  TEXT;

  /** As events, tables and HTTP write it. */
  @JsonValue
  public String code() {
    return Codes.of(this);
  }
}
