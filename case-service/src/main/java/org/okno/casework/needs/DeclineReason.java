package org.okno.casework.needs;

/** Why an agency will not help with a need. */
public enum DeclineReason {
  NOT_ELIGIBLE,
  NOT_OUR_TERRITORY,
  NO_CAPACITY,
  DUPLICATE
}
