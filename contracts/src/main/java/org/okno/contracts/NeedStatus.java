package org.okno.contracts;

/** Where one need of a request stands. */
public enum NeedStatus {
  /** A dispatcher has to find the agency. */
  IN_TRIAGE,
  /** Its agency declined it: routing, or a dispatcher, has to find the next. */
  RETURNED,
  /** An agency has it and has not responded yet. */
  ASSIGNED,
  /** The agency took it on, and has not begun. */
  ACCEPTED,
  /** The agency works on it. */
  IN_PROGRESS,
  /** The agency cannot go on until the applicant responds. */
  WAITING_FOR_APPLICANT,
  /** The agency is done with it. */
  RESOLVED,
  /** The agency will not help, and nobody else has to. */
  DECLINED,
  /** The person withdrew it before anybody worked on it. */
  WITHDRAWN;

  /** As tables and HTTP write it: {@code in-triage}. */
  public String code() {
    return Codes.of(this);
  }

  /**
   * The status with this code.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static NeedStatus ofCode(String code) {
    return Codes.constant(NeedStatus.class, code);
  }

  /** Whether an agency has it and has not settled it. */
  public boolean isOpenAtAgency() {
    return switch (this) {
      case ASSIGNED, ACCEPTED, IN_PROGRESS, WAITING_FOR_APPLICANT -> true;
      case IN_TRIAGE, RETURNED, RESOLVED, DECLINED, WITHDRAWN -> false;
    };
  }

  /** Whether nothing more is expected of anybody, unless a dispatcher assigns the need again. */
  public boolean isSettled() {
    return this == RESOLVED || this == DECLINED || this == WITHDRAWN;
  }
}
