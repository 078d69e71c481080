package org.okno.bench.routing;

import java.util.List;
import org.okno.bench.measure.Series;

/**
 * What a form of data showed.
 *
 * @param trained rows learned from
 * @param evaluated rows tried
 * @param curves error over coverage
 */
record Evaluation(Form form, int trained, int evaluated, List<Score> scores, List<Series> curves) {

  Evaluation {
    scores = List.copyOf(scores);
    curves = List.copyOf(curves);
  }
}
