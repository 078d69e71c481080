package org.okno.cases.needs;

import com.fasterxml.jackson.annotation.JsonValue;
import org.okno.contracts.Codes;

/** Why a resolved need is open again. A code, never words. */
public enum ReopenReason {
  /** The person says that it did not help. */
  NOT_HELPED,
  /** It did help, and the person needs the same again. */
  CAME_BACK,
  RESOLVED_BY_MISTAKE;

  /** As events, tables and HTTP write it. */
  @JsonValue
  public String code() {
    return Codes.of(this);
  }
}
