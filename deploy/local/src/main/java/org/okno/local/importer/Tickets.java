package org.okno.local.importer;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;

/** The rows of a portal's export: CSV with a header, plain or xz. */
final class Tickets {
  private static final ObjectReader READER =
      new CsvMapper()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .readerFor(Ticket.class)
          .with(CsvSchema.emptySchema().withHeader());

  private Tickets() {}

  static List<Ticket> read(Path file) throws IOException {
    try (InputStream in = ExportedFile.open(file);
        MappingIterator<Ticket> rows = READER.readValues(in)) {
      return rows.readAll();
    }
  }
}
