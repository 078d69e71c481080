package org.okno.bench.routing;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.okno.local.importer.ExportedFile;

/** CSV files with a header, plain or xz: rows by the names of their columns. */
final class Rows {
  private static final ObjectReader READER =
      new CsvMapper()
          .readerForMapOf(String.class)
          .with(CsvSchema.emptySchema().withHeader())
          // An error about a value too many would quote it.
          .with(CsvParser.Feature.IGNORE_TRAILING_UNMAPPABLE);

  private Rows() {}

  /**
   * All rows.
   *
   * @param wanted columns to keep; those the file lacks are left out
   */
  static List<Map<String, String>> read(Path file, Set<String> wanted) throws IOException {
    List<Map<String, String>> rows = new ArrayList<>();
    try (InputStream in = ExportedFile.open(file);
        MappingIterator<Map<String, String>> read = READER.readValues(in)) {
      while (read.hasNext()) {
        Map<String, String> row = new HashMap<>(read.next());
        row.keySet().retainAll(wanted);
        rows.add(row);
      }
    }
    return rows;
  }

  /** What the header names; empty where the file has none. */
  static Set<String> columns(Path file) throws IOException {
    try (InputStream in = ExportedFile.open(file);
        MappingIterator<Map<String, String>> read = READER.readValues(in)) {
      return read.hasNext() ? Set.copyOf(read.next().keySet()) : Set.of();
    }
  }
}
