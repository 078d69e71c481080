package org.okno.bench.territory;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.okno.engines.EngineException;
import org.okno.local.importer.ExportedFile;

/** CSV files with a header, plain or xz: rows by the names of their columns. */
final class CsvFiles {

  private CsvFiles() {}

  /** All rows. */
  static List<Map<String, String>> read(Path file) throws IOException {
    try (InputStream in = ExportedFile.open(file);
        MappingIterator<Map<String, String>> rows =
            new CsvMapper()
                .enable(CsvParser.Feature.TRIM_SPACES)
                .readerForMapOf(String.class)
                .with(CsvSchema.emptySchema().withHeader())
                .readValues(in)) {
      return rows.readAll();
    }
  }

  /** The file {@code NAME.csv} or {@code NAME.csv.xz} in a folder. */
  static Path find(Path folder, String name) {
    return Stream.of(name + ".csv", name + ".csv.xz")
        .map(folder::resolve)
        .filter(Files::exists)
        .findFirst()
        .orElseThrow(
            () ->
                new EngineException(
                    "There is no %s.csv or %s.csv.xz in %s".formatted(name, name, folder)));
  }
}
