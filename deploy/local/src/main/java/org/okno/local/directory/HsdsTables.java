package org.okno.local.directory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.okno.engines.EngineException;

/** The tables of HSDS as a folder of CSV files with headers, each named for its table. */
final class HsdsTables {
  private static final ObjectReader ROWS =
      new CsvMapper().readerFor(JsonNode.class).with(CsvSchema.emptySchema().withHeader());

  private HsdsTables() {}

  /**
   * One JSON document with an array of rows for each file.
   *
   * @throws EngineException where the folder has no CSV file, or one cannot be read
   */
  static byte[] read(Path folder) throws IOException {
    ObjectNode tables = new JsonMapper().createObjectNode();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(one -> one.toString().endsWith(".csv")).sorted().toList()) {
        tables.set(file.getFileName().toString(), rows(file, tables.arrayNode()));
      }
    }
    if (tables.isEmpty()) {
      throw new EngineException("There is no CSV file in " + folder);
    }
    return new JsonMapper().writeValueAsBytes(tables);
  }

  private static ArrayNode rows(Path file, ArrayNode rows) throws IOException {
    try (InputStream text = Files.newInputStream(file);
        MappingIterator<JsonNode> each = ROWS.readValues(text)) {
      List<JsonNode> all = each.readAll();
      return rows.addAll(all);
    } catch (JsonProcessingException e) {
      throw new EngineException(
          file + " is no CSV with a header: line " + e.getLocation().getLineNr(), e);
    }
  }
}
