package org.okno.cases.queues;

import java.util.Map;

/** Whose open needs of an agency are listed. */
public enum WorkOf {
  /** Those for which the caller is responsible. */
  MINE("n.specialist = :specialist"),
  /** Those for which nobody is. */
  UNCLAIMED("n.specialist is null");

  private final String condition;

  WorkOf(String condition) {
    this.condition = condition;
  }

  /** On a need {@code n}; written out, so that it is seen to fit the condition of the index. */
  String condition() {
    return condition;
  }

  Map<String, String> parameters(String specialist) {
    return this == MINE ? Map.of("specialist", specialist) : Map.of();
  }
}
