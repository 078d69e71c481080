package org.okno.analytics.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.okno.analytics.reports.DailySummary.Percentiles;

/** {@code docs/data-dictionary.md} explains every column, and none that is not there. */
class DataDictionaryTest {
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `([^`]+)` \\| `([^`]+)` \\|");

  @Test
  void shouldExplainEveryColumnOfTheCsv() throws IOException {
    String csv = CsvExport.ROWS.writeValueAsString(CsvExportTest.row("food"));

    assertThat(column(1)).containsExactly(csv.lines().findFirst().orElseThrow().split(","));
  }

  @Test
  void shouldExplainEveryPropertyOfTheJson() throws IOException {
    assertThat(column(2))
        .containsExactlyElementsOf(
            Arrays.stream(DailySummary.class.getRecordComponents())
                .flatMap(DataDictionaryTest::properties)
                .toList());
  }

  @Test
  void shouldExplainEveryCountOfTheTotals() throws IOException {
    assertThat(column(2))
        .containsAll(
            Arrays.stream(Total.class.getRecordComponents())
                .map(RecordComponent::getName)
                .filter(name -> !name.equals("of"))
                .toList());
  }

  private static Stream<String> properties(RecordComponent component) {
    return component.getType() == Percentiles.class
        ? Arrays.stream(Percentiles.class.getRecordComponents())
            .map(part -> component.getName() + "." + part.getName())
        : Stream.of(component.getName());
  }

  private static List<String> column(int number) throws IOException {
    return ROW.matcher(Files.readString(Path.of("../docs/data-dictionary.md")))
        .results()
        .map(row -> row.group(number))
        .toList();
  }
}
