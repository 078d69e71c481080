package org.okno.bench.measure;

import java.util.List;

/**
 * Points for a plot.
 *
 * @param plot which picture it belongs to; all series of a picture share their axes
 */
public record Series(String plot, String name, String x, String y, List<Point> points) {

  public Series {
    points = List.copyOf(points);
  }

  /** One point. */
  public record Point(double x, double y) {}
}
