package org.okno.bench.routing;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * One measured figure.
 *
 * @param anchor what a common toolkit reaches on the same task, where that was measured
 * @param required what the project wants to reach, where it says so
 */
record Score(
    String task, String measure, double value, @Nullable Double anchor, @Nullable Double required) {

  static Score of(String task, String measure, double value) {
    return new Score(task, measure, value, null, null);
  }

  Score beside(double ofAnchor, double atLeast) {
    return new Score(task, measure, value, ofAnchor, atLeast);
  }

  Score atLeast(double wanted) {
    return new Score(task, measure, value, anchor, wanted);
  }

  @JsonProperty
  @Nullable Boolean reached() {
    return required == null ? null : value >= required;
  }

  @Override
  public String toString() {
    return "%-52s %-34s %7.3f %s %s %s"
        .formatted(task, measure, value, number(anchor), number(required), mark());
  }

  static String header() {
    return "%-52s %-34s %7s %7s %7s".formatted("task", "measure", "figure", "anchor", "wanted");
  }

  private static String number(@Nullable Double figure) {
    return figure == null ? "       " : "%7.3f".formatted(figure);
  }

  private String mark() {
    Boolean reached = reached();
    return reached == null ? "" : reached ? "reached" : "missed";
  }
}
