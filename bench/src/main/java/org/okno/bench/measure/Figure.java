package org.okno.bench.measure;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * One line of a result.
 *
 * @param what the thing measured, in words
 * @param ratio the median as a part of {@code limit}'s median in the same run; null where there is
 *     none
 * @param limit what the ratio refers to
 */
public record Figure(
    String what, String unit, Runs runs, @Nullable Double ratio, @Nullable String limit) {

  public static Figure of(String what, String unit, Runs runs) {
    return new Figure(what, unit, runs, null, null);
  }

  public static Figure of(String what, String unit, double once) {
    return of(what, unit, Runs.once(once));
  }

  /** The same, with its ratio to a limit. */
  public Figure against(Figure limit) {
    return new Figure(what, unit, runs, runs.median() / limit.runs.median(), limit.what);
  }

  /** The same with a longer name. */
  public Figure with(String more) {
    return new Figure(what + more, unit, runs, ratio, limit);
  }

  @JsonProperty
  public double median() {
    return runs.median();
  }

  @JsonProperty
  public double spread() {
    return runs.spread();
  }

  @Override
  public String toString() {
    String line = "%-58s %,12.1f %-10s ± %.0f %%".formatted(what, median(), unit, spread() * 50);
    return ratio == null ? line : line + "   %.2f of %s".formatted(ratio, limit);
  }
}
