package org.okno.intake.channels;

import com.fasterxml.jackson.annotation.JsonValue;
import org.okno.contracts.Codes;

/** Who waits for whom where not everything can be accepted at once. */
public enum Priority {
  HIGH,
  NORMAL,
  LOW;

  @JsonValue
  public String code() {
    return Codes.of(this);
  }
}
