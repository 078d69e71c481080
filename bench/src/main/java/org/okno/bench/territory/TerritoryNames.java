package org.okno.bench.territory;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.okno.engines.EngineException;
import org.okno.intake.territory.TerritoryFinder;

/** Names of territories as two sources write them, with other names that the user gives. */
final class TerritoryNames {
  private final Map<String, String> others = new HashMap<>();
  private final Map<String, String> byKey = new HashMap<>();

  /**
   * Reads other names.
   *
   * @param file CSV with a header and two columns: a name in the tickets, and the same territory's
   *     name in the polygons; null where there are none
   */
  TerritoryNames(@Nullable Path file) throws IOException {
    if (file != null) {
      for (Map<String, String> row : CsvFiles.read(file)) {
        List<String> names = List.copyOf(row.values());
        if (names.size() != 2) {
          throw new EngineException(file + " needs two columns: a name, and the other name");
        }
        others.put(key(names.get(0)), key(names.get(1)));
      }
    }
  }

  /** Adds codes of polygons by codes that requests use. */
  void add(Map<String, String> codes) {
    others.putAll(codes);
    byKey.clear();
  }

  private static String key(String name) {
    String key = TerritoryFinder.nameKey(name);
    return key.isEmpty() ? name.strip() : key;
  }

  /** The code of a territory that a ticket or a polygon names so. */
  String code(String name) {
    return byKey.computeIfAbsent(
        name,
        n -> {
          String key = key(n);
          return others.getOrDefault(key, key);
        });
  }
}
