package org.okno.suggestion;

/**
 * A need and the agency that settled it.
 *
 * @param weight how much it counts, above 0; less for what is long ago
 */
public record SettledNeed(Assignment assignment, String agency, double weight) {}
