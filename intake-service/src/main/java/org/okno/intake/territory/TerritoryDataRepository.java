package org.okno.intake.territory;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;
import org.okno.sql.BatchInsert;

/** The tables {@code territory_boundary}, {@code street_segment} and {@code territory_name}. */
@Singleton
final class TerritoryDataRepository {
  private static final int ROWS = 10_000;

  private final Jdbi jdbi;
  private final BatchInsert batchInsert;

  TerritoryDataRepository(Jdbi jdbi, BatchInsert batchInsert) {
    this.jdbi = jdbi;
    this.batchInsert = batchInsert;
  }

  private record BoundaryRow(String territory, byte[] polygon) {

    Geometry geometry() {
      try {
        return new WKBReader().read(polygon);
      } catch (ParseException e) {
        throw new IllegalStateException("the polygon of " + territory + " cannot be read", e);
      }
    }
  }

  private record NameRow(String name, String territory) {}

  /** How many imports there were. */
  long version() {
    return jdbi.withHandle(
        handle -> handle.createQuery("select version from territory_data").mapTo(Long.class).one());
  }

  /** Everything; its version is read first, so that what is imported meanwhile is loaded again. */
  TerritoryData load() {
    long version = version();
    return jdbi.withHandle(
        handle -> {
          Map<String, Geometry> polygons = new HashMap<>();
          handle
              .createQuery("select * from territory_boundary")
              .mapTo(BoundaryRow.class)
              .forEach(row -> polygons.put(row.territory, row.geometry()));
          Map<String, String> names = new HashMap<>();
          handle
              .createQuery("select * from territory_name")
              .mapTo(NameRow.class)
              .forEach(row -> names.put(row.name, row.territory));
          List<StreetRow> rows =
              handle.createQuery("select * from street_segment").mapTo(StreetRow.class).list();
          return new TerritoryData(version, polygons, rows, names);
        });
  }

  /** Inserts polygons, or replaces those of the same territories. */
  void saveBoundaries(Map<String, Geometry> polygons) {
    batchInsert.insert(
        "territory_boundary",
        polygons.entrySet().stream()
            .map(one -> new BoundaryRow(one.getKey(), new WKBWriter().write(one.getValue())))
            .toList(),
        "on conflict (territory) do update set polygon = excluded.polygon");
    count();
  }

  /** Replaces all rows of the territories that these rows name. */
  void saveStreets(List<StreetRow> rows) {
    String[] territories =
        rows.stream().map(StreetRow::territory).distinct().toArray(String[]::new);
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate("delete from street_segment where territory = any(:territories)")
                .bind("territories", territories)
                .execute());
    for (int from = 0; from < rows.size(); from += ROWS) {
      batchInsert.insert(
          "street_segment", rows.subList(from, Math.min(rows.size(), from + ROWS)), "");
    }
    count();
  }

  /** Inserts names, or gives them to other territories. */
  void saveNames(Map<String, String> codes) {
    batchInsert.insert(
        "territory_name",
        codes.entrySet().stream().map(one -> new NameRow(one.getKey(), one.getValue())).toList(),
        "on conflict (name) do update set territory = excluded.territory");
    count();
  }

  /** Locks the row: imports take turns. */
  private void count() {
    jdbi.useHandle(
        handle -> handle.createUpdate("update territory_data set version = version + 1").execute());
  }
}
