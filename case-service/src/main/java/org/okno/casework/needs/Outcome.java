package org.okno.casework.needs;

/** How a need ended. A code, never words: words of staff may name a person. */
public enum Outcome {
  HELPED,
  PARTLY_HELPED,
  REFERRED,
  REFUSED_BY_PERSON,
  NOT_REACHED
}
