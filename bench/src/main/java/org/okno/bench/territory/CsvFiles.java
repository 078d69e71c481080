package org.okno.bench.territory;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.okno.engines.EngineException;
import org.tukaani.xz.XZInputStream;

/** CSV files with a header, plain or xz: rows by the names of their columns. */
final class CsvFiles {

  private CsvFiles() {}

  /** All rows. */
  static List<Map<String, String>> read(Path file) throws IOException {
    try (InputStream in = open(file);
        MappingIterator<Map<String, String>> rows =
            new CsvMapper()
                .enable(CsvParser.Feature.TRIM_SPACES)
                .readerForMapOf(String.class)
                .with(CsvSchema.emptySchema().withHeader())
                .readValues(in)) {
      return rows.readAll();
    }
  }

  /** A file, decompressed where its name ends in {@code .xz}. */
  static InputStream open(Path file) throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(file));
    return file.toString().endsWith(".xz") ? new XZInputStream(in) : in;
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
