package org.okno.bench.territory;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.okno.engines.EngineException;
import org.okno.intake.territory.GeoPoint;

/**
 * What a request says of its place, and the territory that its portal found.
 *
 * @param point null where it has none
 * @param address null where it has none
 * @param territory name of the territory: the answer key
 */
record PlacedTicket(
    LocalDate day, @Nullable GeoPoint point, @Nullable String address, String territory) {

  /**
   * The tickets of a folder that name a territory.
   *
   * @param column the column of the answer key
   */
  static List<PlacedTicket> read(Path folder, String column) throws IOException {
    List<PlacedTicket> tickets = new ArrayList<>();
    for (Map<String, String> row : CsvFiles.read(CsvFiles.find(folder, "tickets"))) {
      String territory = row.getOrDefault(column, "");
      if (!territory.isBlank()) {
        tickets.add(
            new PlacedTicket(day(row), point(row).orElse(null), text(row, "address"), territory));
      }
    }
    if (tickets.isEmpty()) {
      throw new EngineException(
          "No ticket in %s has a value in the column %s".formatted(folder, column));
    }
    return tickets;
  }

  private static LocalDate day(Map<String, String> row) {
    String written = row.getOrDefault("created_at", "");
    try {
      return LocalDate.parse(written.substring(0, Math.min(10, written.length())));
    } catch (DateTimeParseException e) {
      throw new EngineException(
          "The column created_at of tickets.csv has a value that begins with no date", e);
    }
  }

  private static Optional<GeoPoint> point(Map<String, String> row) {
    try {
      return Optional.of(
          new GeoPoint(
              Double.parseDouble(row.getOrDefault("lat", "")),
              Double.parseDouble(row.getOrDefault("lon", row.getOrDefault("long", "")))));
    } catch (IllegalArgumentException e) { // no number, or none on earth
      return Optional.empty();
    }
  }

  private static @Nullable String text(Map<String, String> row, String column) {
    String text = row.getOrDefault(column, "");
    return text.isBlank() ? null : text;
  }

  // An address is not written into a log.
  @Override
  public String toString() {
    return "PlacedTicket " + day;
  }
}
