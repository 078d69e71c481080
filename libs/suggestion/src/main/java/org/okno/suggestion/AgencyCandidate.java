package org.okno.suggestion;

/**
 * An agency that may be the right one.
 *
 * @param confidence calibrated probability, 0 to 1
 * @param support how many needs of this kind it settled in this district, as weighted
 */
public record AgencyCandidate(String agency, double confidence, double support) {}
