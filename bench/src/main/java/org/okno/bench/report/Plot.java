package org.okno.bench.report;

import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.okno.bench.measure.Series;
import org.okno.bench.measure.Series.Point;

/** Lines over one pair of axes, both from 0, as an SVG picture. */
public final class Plot {

  private static final int WIDTH = 720;
  private static final int HEIGHT = 320;
  private static final int MARGIN = 60;
  private static final int TICKS = 5;
  private static final List<String> COLOURS = List.of("#1b6ca8", "#c8553d", "#588b4a", "#6b4c9a");

  private final List<Series> lines;
  private final double mostX;
  private final double mostY;

  /**
   * @param lines at least one; the first names the axes
   */
  public Plot(List<Series> lines) {
    this.lines = List.copyOf(lines);
    mostX = most(Point::x);
    mostY = most(Point::y);
  }

  /** The whole picture. */
  public String svg() {
    return """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" font-size="11">
        <rect width="100%%" height="100%%" fill="white"/>
        %s
        %s
        %s
        </svg>
        """
        .formatted(WIDTH, HEIGHT, axes(), ticks(), numbered(this::line));
  }

  private double most(ToDoubleFunction<Point> of) {
    double most = lines.stream().flatMap(l -> l.points().stream()).mapToDouble(of).max().orElse(0);
    return most > 0 ? most : 1;
  }

  private String axes() {
    Series first = lines.getFirst();
    return text(WIDTH / 2, HEIGHT - 12, "middle", first.x())
        + text(MARGIN, 20, "middle", first.y());
  }

  private String ticks() {
    return IntStream.rangeClosed(0, TICKS)
        .mapToDouble(i -> (double) i / TICKS)
        .mapToObj(this::tick)
        .collect(Collectors.joining("\n"));
  }

  private String tick(double part) {
    double y = y(part * mostY);
    return String.format(
            Locale.ROOT, "<path d=\"M%d %.1fH%d\" stroke=\"#ddd\"/>", MARGIN, y, WIDTH - MARGIN)
        + text(MARGIN - 6, y + 4, "end", number(part * mostY))
        + text(x(part * mostX), HEIGHT - MARGIN + 16, "middle", number(part * mostX));
  }

  private String line(int number) {
    Series series = lines.get(number);
    String colour = COLOURS.get(number % COLOURS.size());
    String points =
        series.points().stream()
            .map(p -> String.format(Locale.ROOT, "%.1f,%.1f", x(p.x()), y(p.y())))
            .collect(Collectors.joining(" "));
    return "<polyline fill=\"none\" stroke=\"%s\" stroke-width=\"1.5\" points=\"%s\"/>"
            .formatted(colour, points)
        + "<g fill=\"%s\">".formatted(colour)
        + text(MARGIN + 10 + 140.0 * number, 40, "start", series.name())
        + "</g>";
  }

  private String numbered(IntFunction<String> of) {
    return IntStream.range(0, lines.size()).mapToObj(of).collect(Collectors.joining("\n"));
  }

  private double x(double value) {
    return MARGIN + value / mostX * (WIDTH - 2 * MARGIN);
  }

  private double y(double value) {
    return HEIGHT - MARGIN - value / mostY * (HEIGHT - 2 * MARGIN);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, value >= 10 || value == 0 ? "%,.0f" : "%.2f", value);
  }

  private static String text(double x, double y, String anchor, String words) {
    String safe = words.replace("&", "&amp;").replace("<", "&lt;");
    return String.format(
        Locale.ROOT,
        "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>",
        x,
        y,
        anchor,
        safe);
  }
}
