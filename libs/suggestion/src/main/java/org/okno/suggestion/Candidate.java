package org.okno.suggestion;

/**
 * A label that may be the right one.
 *
 * @param confidence calibrated probability, 0 to 1
 */
public record Candidate(String label, double confidence) {}
