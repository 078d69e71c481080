package org.okno.intake.territory;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.logging.Logger;
import org.locationtech.jts.geom.Geometry;
import org.okno.http.Problem;
import org.okno.http.Problem.FieldError;
import org.okno.intake.directory.CurrentDirectory;
import org.okno.intake.directory.Directory;

/**
 * Imports where territories are: each list whole, or not at all. What is imported again replaces
 * what was there of the same territories.
 */
@Singleton
class ImportTerritoryData {
  private static final Logger LOG = Logger.getLogger(ImportTerritoryData.class);
  private static final List<String> NAMES = List.of("code", "territory", "name", "district");

  private final TerritoryDataRepository repository;
  private final CurrentDirectory directory;

  ImportTerritoryData(TerritoryDataRepository repository, CurrentDirectory directory) {
    this.repository = repository;
    this.directory = directory;
  }

  /** What was imported. */
  @Schema(name = "ImportedTerritoryData", description = "What was imported")
  record Imported(
      @Schema(description = "How many territories it is about", required = true, examples = "111")
          int territories,
      @Schema(description = "How many rows or polygons", required = true, examples = "6747")
          int rows) {}

  /**
   * Imports polygons.
   *
   * @param collection GeoJSON; a feature says its territory by code or name
   * @throws org.okno.http.ProblemException 400 with the errors
   */
  @Transactional
  Imported boundaries(JsonNode collection) {
    List<Geometry> geometries;
    try {
      geometries = GeoJson.geometries(collection);
    } catch (GeoJson.InvalidException e) {
      throw Problem.invalid(e.pointer(), String.valueOf(e.getMessage())).asException();
    }
    TerritoryTree known = known();
    Map<String, Geometry> polygons = new LinkedHashMap<>();
    List<FieldError> errors = new ArrayList<>();
    for (int i = 0; i < geometries.size(); i++) {
      JsonNode properties = collection.at("/features/" + i + "/properties");
      Set<String> codes = codes(properties, known);
      if (codes.size() == 1) {
        polygons.merge(codes.iterator().next(), geometries.get(i), Geometry::union);
      } else {
        errors.add(
            new FieldError(
                "/features/" + i + "/properties",
                "expected the code of one territory as code, or its name as name; GET"
                    + " /v1/territories lists them"));
      }
    }
    if (!errors.isEmpty()) {
      throw Problem.invalid(errors.stream().limit(200).toList()).asException();
    }
    repository.saveBoundaries(polygons);
    LOG.infof("the boundaries of %d territories were imported", polygons.size());
    return new Imported(polygons.size(), geometries.size());
  }

  private Set<String> codes(JsonNode properties, TerritoryTree known) {
    Directory codes = directory.getRecent();
    for (String property : NAMES) {
      String value = properties.path(property).asText().strip();
      if (codes.hasTerritory(value)) {
        return Set.of(value);
      }
      Set<String> named = known.named(value);
      if (!value.isEmpty() && !named.isEmpty()) {
        return named;
      }
    }
    return Set.of();
  }

  private TerritoryTree known() {
    return new TerritoryTree(directory.getRecent().territories(), repository.load().otherNames());
  }

  /**
   * Imports a street list: see {@link StreetList}.
   *
   * @throws org.okno.http.ProblemException 400 with the errors
   */
  @Transactional
  Imported streets(byte[] csv) {
    List<StreetRow> rows = StreetList.read(csv, directory.getRecent()::hasTerritory);
    repository.saveStreets(rows);
    int territories = (int) rows.stream().map(StreetRow::territory).distinct().count();
    LOG.infof("a street list of %d rows was imported", rows.size());
    return new Imported(territories, rows.size());
  }

  /**
   * Imports other names: CSV with {@code name} and {@code territory}.
   *
   * @throws org.okno.http.ProblemException 400 with the errors
   */
  @Transactional
  Imported names(byte[] csv) {
    Map<String, String> codes = new LinkedHashMap<>();
    List<FieldError> errors = new ArrayList<>();
    int number = 0;
    for (Map<String, String> row : StreetList.rows(csv)) {
      number++;
      String name = row.getOrDefault("name", "");
      String territory = row.getOrDefault("territory", "");
      if (!directory.getRecent().hasTerritory(territory)) {
        errors.add(
            new FieldError(
                "/" + number + "/territory", "unknown territory; GET /v1/territories lists them"));
      } else if (TerritoryFinder.nameKey(name).isEmpty() || name.length() > 200) {
        errors.add(
            new FieldError("/" + number + "/name", "expected a name of 1 to 200 characters"));
      }
      codes.put(name, territory);
    }
    if (!errors.isEmpty() || codes.isEmpty()) {
      throw Problem.invalid(
              errors.isEmpty()
                  ? List.of(new FieldError("/1", "the list has no row"))
                  : errors.stream().limit(200).toList())
          .asException();
    }
    repository.saveNames(codes);
    LOG.infof("%d names of territories were imported", codes.size());
    return new Imported((int) codes.values().stream().distinct().count(), codes.size());
  }
}
