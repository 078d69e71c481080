package org.okno.analytics.reading;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.sql.SQLException;
import java.util.List;
import org.okno.contracts.AnalyticsEvent.DailySummaryRevised;

/**
 * All rows of a query as CSV, read page by page: memory stays bounded, and no connection of the
 * database waits for a slow reader. Rows revised meanwhile are as new as their page.
 */
final class CsvExport implements StreamingOutput {
  private static final int PAGE = 1000;

  private final DailySummaries summaries;
  private final SummaryQuery query;
  private final List<DailySummaryRevised> firstPage;

  private CsvExport(
      DailySummaries summaries, SummaryQuery query, List<DailySummaryRevised> firstPage) {
    this.summaries = summaries;
    this.query = query;
    this.firstPage = firstPage;
  }

  /** Reads the first page at once: while the database is away the answer can still be a 503. */
  static CsvExport begin(DailySummaries summaries, SummaryQuery query) throws SQLException {
    return new CsvExport(summaries, query, summaries.after(null, query, PAGE));
  }

  @Override
  public void write(OutputStream output) throws IOException {
    try (Writer writer = new OutputStreamWriter(output, UTF_8)) {
      writer.write(Csv.HEADER);
      List<DailySummaryRevised> page = firstPage;
      while (!page.isEmpty()) {
        for (DailySummaryRevised row : page) {
          writer.write(Csv.line(row));
        }
        page = page.size() < PAGE ? List.of() : next(page.getLast());
      }
    }
  }

  private List<DailySummaryRevised> next(DailySummaryRevised last) throws IOException {
    try {
      return summaries.after(Place.of(last), query, PAGE);
    } catch (SQLException e) {
      throw new IOException("the database went away during an export", e);
    }
  }
}
