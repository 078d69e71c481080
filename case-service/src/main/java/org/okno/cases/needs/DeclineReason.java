package org.okno.cases.needs;

import com.fasterxml.jackson.annotation.JsonValue;
import org.okno.contracts.Codes;

/** Why an agency will not help with a need. A code, never words. */
public enum DeclineReason {
  NOT_ELIGIBLE,
  NOT_OUR_TERRITORY,
  NO_CAPACITY,
  DUPLICATE;

  /** Whether routing finds the next agency; of a duplicate another request takes care. */
  boolean isReturned() {
    return this != DUPLICATE;
  }

  /** As events, tables and HTTP write it. */
  @JsonValue
  public String code() {
    return Codes.of(this);
  }
}
