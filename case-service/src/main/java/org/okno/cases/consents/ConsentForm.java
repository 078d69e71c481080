package org.okno.cases.consents;

import com.fasterxml.jackson.annotation.JsonValue;
import org.okno.contracts.Codes;

/** How a person agreed. A code, never words. */
public enum ConsentForm {
  IN_PERSON,
  BY_PHONE,
  IN_WRITING,
  ONLINE;

  /** As events, tables and HTTP write it. */
  @JsonValue
  public String code() {
    return Codes.of(this);
  }
}
