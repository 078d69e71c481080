package org.okno.suggestion;

/**
 * A word of a text and how much it spoke for a label.
 *
 * @param weight above 0 for it, below 0 against it; sums of a linear model's weights, comparable
 *     within one text only
 */
public record WeighedWord(String word, double weight) {}
