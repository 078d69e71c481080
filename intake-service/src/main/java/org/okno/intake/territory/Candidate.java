package org.okno.intake.territory;

import org.jspecify.annotations.Nullable;

/**
 * A territory that may be meant.
 *
 * @param territory its code
 * @param confidence how often such a candidate is right, 0 to 1; those of one search add up to at
 *     most 1
 * @param basis what it follows from
 * @param borderMetres from the point to the border of this territory; null without a point
 */
public record Candidate(
    String territory, double confidence, Basis basis, @Nullable Double borderMetres) {

  /** What a candidate follows from, the surest first. */
  public enum Basis {
    /** The point is in its polygon, or next to it. */
    POINT,
    /** A street list has the house. */
    HOUSE,
    /** A street list has the street, or houses of it that are near. */
    STREET,
    /** The address names it. */
    NAME
  }

  Candidate withConfidence(double other) {
    return new Candidate(territory, other, basis, borderMetres);
  }
}
