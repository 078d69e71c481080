package org.okno.intake.accesses;

import com.fasterxml.jackson.annotation.JsonValue;
import org.okno.contracts.Codes;

/** What an entry of the access journal records. */
public enum Action {
  /** The personal data of a request was opened. */
  OPENED,
  /** It was not: the request is not the caller's. */
  REFUSED,
  /** An access in an emergency was approved. */
  APPROVED;

  /** As events, tables and HTTP write it. */
  @JsonValue
  public String code() {
    return Codes.of(this);
  }
}
