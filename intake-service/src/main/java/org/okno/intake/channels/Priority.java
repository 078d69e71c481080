package org.okno.intake.channels;

import com.fasterxml.jackson.annotation.JsonValue;
import org.okno.contracts.Codes;

/** Who waits for whom where not everything can be accepted at once. */
public enum Priority {
  HIGH(100),
  NORMAL(90),
  LOW(50);

  private final int percentOfQueue;

  Priority(int percentOfQueue) {
    this.percentOfQueue = percentOfQueue;
  }

  /**
   * How much of the queue of acceptance may be taken when a request comes: what is left is kept for
   * channels that are more urgent.
   */
  public int percentOfQueue() {
    return percentOfQueue;
  }

  @JsonValue
  public String code() {
    return Codes.of(this);
  }
}
