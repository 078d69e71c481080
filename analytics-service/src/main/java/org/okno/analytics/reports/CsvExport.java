package org.okno.analytics.reports;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.UnaryOperator;
import org.okno.analytics.facts.Series;
import org.okno.defaults.Timestamps;
import org.okno.http.Cursor;
import org.okno.identity.Rows;

/**
 * All rows of a query as CSV (RFC 4180) with a header, read page by page: memory stays bounded, and
 * no connection of the database waits for a slow reader. Rows revised meanwhile are as new as their
 * page.
 */
final class CsvExport implements StreamingOutput {
  private static final int PAGE = 1000;
  private static final CsvMapper CSV =
      CsvMapper.csvBuilder()
          .addModule(new JavaTimeModule())
          .addModule(new Timestamps())
          .addModule(new SimpleModule().addSerializer(String.class, new PlainText()))
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
          // Quotes where a value needs them: by default every text of more than 24 characters has.
          .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
          .build();
  static final ObjectWriter ROWS =
      CSV.writer(CSV.schemaFor(DailySummaryRow.class).withHeader().withLineSeparator("\r\n"));

  /**
   * A spreadsheet runs a cell that begins like a formula: an apostrophe makes it text. Numbers and
   * days are not written by this.
   */
  private static final class PlainText extends StdScalarSerializer<String> {
    private static final String FORMULA = "=+-@\t\r";

    PlainText() {
      super(String.class);
    }

    @Override
    public void serialize(String text, JsonGenerator generator, SerializerProvider provider)
        throws IOException {
      boolean formula = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
      generator.writeString(formula ? "'" + text : text);
    }
  }

  private final DailySummaryRepository repository;
  private final SummaryQuery query;
  private final Rows permitted;
  private final UnaryOperator<DailySummaryRow> shown;
  private final List<DailySummaryRow> firstPage;

  private CsvExport(
      DailySummaryRepository repository,
      SummaryQuery query,
      Rows permitted,
      UnaryOperator<DailySummaryRow> shown) {
    this.repository = repository;
    this.query = query;
    this.permitted = permitted;
    this.shown = shown;
    this.firstPage = repository.page(null, query, permitted, PAGE);
  }

  /**
   * Reads the first page at once: while the database is away the response can still be a 503.
   *
   * @param shown what the caller sees of a row
   */
  static CsvExport begin(
      DailySummaryRepository repository,
      SummaryQuery query,
      Rows permitted,
      UnaryOperator<DailySummaryRow> shown) {
    return new CsvExport(repository, query, permitted, shown);
  }

  @Override
  public void write(OutputStream output) throws IOException {
    try (SequenceWriter rows = ROWS.writeValues(output)) {
      List<DailySummaryRow> page = firstPage;
      write(rows, page);
      while (page.size() == PAGE) {
        page = repository.page(behind(page.getLast()), query, permitted, PAGE);
        write(rows, page);
      }
    }
  }

  private void write(SequenceWriter rows, List<DailySummaryRow> page) throws IOException {
    rows.writeAll(page.stream().map(shown).toList());
  }

  /** The cursor behind a row. */
  static Cursor behind(DailySummaryRow row) {
    return Cursor.behind(
        row.day(),
        row.territory(),
        row.agency() == null ? Series.NO_AGENCY : row.agency(),
        row.channel(),
        row.need());
  }
}
