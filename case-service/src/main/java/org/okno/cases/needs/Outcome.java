package org.okno.cases.needs;

import com.fasterxml.jackson.annotation.JsonValue;
import org.okno.contracts.Codes;

/** How a need ended. A code, never words: words of staff may name a person. */
public enum Outcome {
  HELPED,
  PARTLY_HELPED,
  REFERRED,
  REFUSED_BY_PERSON,
  NOT_REACHED;

  /** As events, tables and HTTP write it. */
  @JsonValue
  public String code() {
    return Codes.of(this);
  }
}
