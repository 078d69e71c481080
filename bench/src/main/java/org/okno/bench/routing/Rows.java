package org.okno.bench.routing;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tukaani.xz.XZInputStream;

/**
 * A CSV file with a header, plain or xz: its rows by column.
 *
 * @param columns as the header names them
 */
record Rows(Path file, Set<String> columns, List<Map<String, String>> rows) {
  private static final ObjectReader READER =
      new CsvMapper()
          .readerForMapOf(String.class)
          .with(CsvSchema.emptySchema().withHeader())
          // An error about a value too many would quote it.
          .with(CsvParser.Feature.IGNORE_TRAILING_UNMAPPABLE);

  /**
   * Reads the whole file.
   *
   * @param wanted columns to keep; those the file lacks are left out
   */
  static Rows read(Path file, Set<String> wanted) throws IOException {
    List<Map<String, String>> rows = new ArrayList<>();
    try (InputStream in = open(file);
        MappingIterator<Map<String, String>> read = READER.readValues(in)) {
      while (read.hasNext()) {
        Map<String, String> row = new HashMap<>(read.next());
        row.keySet().retainAll(wanted);
        rows.add(row);
      }
    }
    return new Rows(file, columns(file), rows);
  }

  /** What the header names; empty where the file has none. */
  static Set<String> columns(Path file) throws IOException {
    try (InputStream in = open(file);
        MappingIterator<Map<String, String>> read = READER.readValues(in)) {
      return read.hasNext() ? Set.copyOf(read.next().keySet()) : Set.of();
    }
  }

  private static InputStream open(Path file) throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(file));
    return file.toString().endsWith(".xz") ? new XZInputStream(in) : in;
  }
}
