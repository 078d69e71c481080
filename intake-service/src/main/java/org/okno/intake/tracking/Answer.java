package org.okno.intake.tracking;

import com.fasterxml.jackson.annotation.JsonValue;
import org.okno.contracts.Codes;

/** Whether a request helped the person who asked. */
enum Answer {
  HELPED,
  PARTLY,
  NO;

  /** As events, tables and HTTP write it. */
  @JsonValue
  String code() {
    return Codes.of(this);
  }
}
