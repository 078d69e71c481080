package org.okno.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.okno.bench.measure.Figure;
import org.okno.bench.measure.Machine;
import org.okno.bench.measure.Result;
import org.okno.bench.measure.Runs;
import org.okno.bench.measure.Series;
import org.okno.bench.measure.Series.Point;

class ReportTest {

  private static final Series LINE =
      new Series("grow", "a < b", "cases", "1/s", List.of(new Point(0, 300), new Point(1e6, 280)));

  @Test
  void shouldTellMedianSpreadAndRatioOfEachFigure() {
    Figure limit = Figure.of("the limit", "1/s", 4000);
    Figure intake = Figure.of("intake", "1/s", new Runs(List.of(1900.0, 2000.0, 2100.0)));
    Machine machine = new Machine(2, 24_000, "a CPU", "Linux 6", "25", 0.1);
    Result result =
        new Result(
            "load",
            "2026-03-01T10:00:00Z",
            "abc",
            machine,
            List.of("how"),
            List.of(limit, intake.against(limit)),
            List.of(LINE));

    assertThat(Markdown.page(List.of(result)))
        .contains(
            "| intake | 2,000 | 1/s | 3 | 10 % | 0.50 of the limit |",
            "![grow](grow.svg)", "- how");
  }

  @Test
  void shouldDrawWellFormedSvg() throws Exception {
    byte[] svg = new Plot(List.of(LINE)).svg().getBytes(StandardCharsets.UTF_8);

    var document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(svg));

    assertThat(document.getElementsByTagName("polyline").getLength()).isEqualTo(1);
  }
}
