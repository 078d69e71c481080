package org.okno.intake.tracking;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/** Where a request is, in one word for the person who asked. */
public enum Status {
  /** Okno has it; no case has been opened yet. */
  RECEIVED("received"),
  /** A dispatcher is finding out who can help with all of it. */
  IN_TRIAGE("in-triage"),
  /** Agencies have been asked. */
  ASSIGNED("assigned"),
  /** At least one agency works on it. */
  IN_WORK("in-work"),
  /** Every need has its outcome. */
  SETTLED("settled");

  private final String code;

  Status(String code) {
    this.code = code;
  }

  @JsonValue
  public String code() {
    return code;
  }

  /** The status of a request with needs in these states; the furthest one that is true. */
  public static Status of(Collection<NeedState> needs) {
    if (needs.isEmpty()) {
      return RECEIVED;
    }
    Set<NeedState> states = EnumSet.copyOf(needs);
    if (EnumSet.of(NeedState.RESOLVED, NeedState.DECLINED).containsAll(states)) {
      return SETTLED;
    }
    if (states.contains(NeedState.ACCEPTED) || states.contains(NeedState.RESOLVED)) {
      return IN_WORK;
    }
    return states.contains(NeedState.ASSIGNED) ? ASSIGNED : IN_TRIAGE;
  }
}
