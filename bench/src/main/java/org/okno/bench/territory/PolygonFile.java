package org.okno.bench.territory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.locationtech.jts.geom.Geometry;
import org.okno.engines.EngineException;
import org.okno.intake.territory.GeoJson;
import org.okno.local.importer.ExportedFile;

/** The polygons of a GeoJSON file by the codes of their territories. */
final class PolygonFile {

  /** The polygons, and the territories' names by code. */
  record Polygons(Map<String, Geometry> byCode, Map<String, String> names) {}

  private PolygonFile() {}

  /**
   * Reads a file.
   *
   * @param codes of the tickets' territories: the property that names most of them is the name
   */
  static Polygons read(Path file, TerritoryNames names, Set<String> codes) throws IOException {
    JsonNode collection;
    try (InputStream in = ExportedFile.open(file)) {
      collection = new JsonMapper().readTree(in);
    }
    String property = nameProperty(collection, names, codes);
    Polygons polygons = new Polygons(new TreeMap<>(), new TreeMap<>());
    List<Geometry> all = GeoJson.geometries(collection);
    for (int i = 0; i < all.size(); i++) {
      String name = collection.at("/features/" + i + "/properties").path(property).asText();
      if (!name.isBlank()) {
        polygons.names.put(names.code(name), name);
        polygons.byCode.merge(names.code(name), all.get(i), Geometry::union);
      }
    }
    return polygons;
  }

  private static String nameProperty(JsonNode collection, TerritoryNames names, Set<String> codes) {
    Map<String, Set<String>> found = new LinkedHashMap<>();
    for (JsonNode feature : collection.path("features")) {
      for (Map.Entry<String, JsonNode> property : feature.path("properties").properties()) {
        String code = names.code(property.getValue().asText());
        if (codes.contains(code)) {
          found.computeIfAbsent(property.getKey(), key -> new LinkedHashSet<>()).add(code);
        }
      }
    }
    return found.entrySet().stream()
        .max(Comparator.comparingInt(one -> one.getValue().size()))
        .map(Map.Entry::getKey)
        .orElseThrow(
            () ->
                new EngineException(
                    "No property of the polygons names a territory of the tickets"));
  }
}
