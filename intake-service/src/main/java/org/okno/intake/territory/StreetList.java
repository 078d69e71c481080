package org.okno.intake.territory;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.RuntimeJsonMappingException;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.DoublePredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.okno.http.Problem;
import org.okno.http.Problem.FieldError;

/**
 * A street list as CSV with a header: {@code territory}, {@code street} and, optional, {@code
 * from}, {@code to} (house numbers), {@code side} (odd, even, both), {@code weight}, {@code lat},
 * {@code lon}. Errors name the row, counted from 1 behind the header, and the column; never a
 * value.
 */
final class StreetList {
  private static final int MAX_ERRORS = 200;
  private static final int MAX_NAME = 200;
  private static final Set<String> SIDES = Set.of("", "odd", "even", "both");

  private final Predicate<String> isTerritory;
  private final List<FieldError> errors = new ArrayList<>();

  private StreetList(Predicate<String> isTerritory) {
    this.isTerritory = isTerritory;
  }

  /**
   * The rows.
   *
   * @param isTerritory whether there is a territory with this code
   * @throws org.okno.http.ProblemException 400 with the errors
   */
  static List<StreetRow> read(byte[] csv, Predicate<String> isTerritory) {
    StreetList list = new StreetList(isTerritory);
    List<StreetRow> rows = new ArrayList<>();
    int number = 0;
    for (Map<String, String> row : rows(csv)) {
      StreetRow read = list.row(row, "/" + ++number);
      if (read != null) {
        rows.add(read);
      }
    }
    if (list.errors.isEmpty() && rows.isEmpty()) {
      list.error("/1", "the list has no row");
    }
    if (!list.errors.isEmpty()) {
      throw Problem.invalid(list.errors).asException();
    }
    return rows;
  }

  /** The rows of any CSV with a header. */
  static List<Map<String, String>> rows(byte[] csv) {
    try (MappingIterator<Map<String, String>> rows =
        new CsvMapper()
            .enable(CsvParser.Feature.TRIM_SPACES)
            .readerForMapOf(String.class)
            .with(CsvSchema.emptySchema().withHeader())
            .readValues(csv)) {
      return rows.readAll();
    } catch (IOException | RuntimeJsonMappingException e) {
      throw malformed();
    }
  }

  private static RuntimeException malformed() {
    return Problem.of(
            400, "malformed", "The body is not CSV", "Send CSV in UTF-8 with a header row.")
        .asException();
  }

  private @Nullable StreetRow row(Map<String, String> row, String pointer) {
    int before = errors.size();
    String territory = row.getOrDefault("territory", "");
    String street = row.getOrDefault("street", "");
    if (!isTerritory.test(territory)) {
      error(pointer + "/territory", "unknown territory; GET /v1/territories lists them");
    }
    if (street.isEmpty() || street.length() > MAX_NAME) {
      error(pointer + "/street", "expected a name of 1 to " + MAX_NAME + " characters");
    }
    Double from = number(row, "from", pointer, StreetList::isHouse, "a house number, 1 to 9999");
    Double to = number(row, "to", pointer, StreetList::isHouse, "a house number, 1 to 9999");
    if ((from == null) != (to == null) || (from != null && to != null && to < from)) {
      error(pointer + "/to", "from and to belong together, the lower one first");
    }
    String side = row.getOrDefault("side", "").toLowerCase(Locale.ROOT);
    if (!SIDES.contains(side)) {
      error(pointer + "/side", "expected odd, even or both");
    }
    Double weight = number(row, "weight", pointer, w -> w > 0 && w < 1e9, "a number above 0");
    Double lat = number(row, "lat", pointer, GeoPoint::isLatitude, "degrees, -90 to 90");
    Double lon = number(row, "lon", pointer, GeoPoint::isLongitude, "degrees, -180 to 180");
    if ((lat == null) != (lon == null)) {
      error(pointer + "/lon", "lat and lon belong together");
    }
    return errors.size() > before
        ? null
        : new StreetRow(
            territory,
            street,
            from == null ? null : from.intValue(),
            to == null ? null : to.intValue(),
            side.isEmpty() ? "both" : side,
            weight == null ? 1 : weight,
            lat,
            lon);
  }

  private static boolean isHouse(double number) {
    return number >= 1 && number <= 9999 && number == Math.rint(number);
  }

  private @Nullable Double number(
      Map<String, String> row,
      String column,
      String pointer,
      DoublePredicate valid,
      String expected) {
    String written = row.getOrDefault(column, "");
    if (written.isEmpty()) {
      return null;
    }
    try {
      double number = Double.parseDouble(written);
      if (valid.test(number)) {
        return number;
      }
    } catch (NumberFormatException e) {
      // The same error.
    }
    error(pointer + "/" + column, "expected " + expected);
    return null;
  }

  private void error(String pointer, String detail) {
    if (errors.size() < MAX_ERRORS) {
      errors.add(new FieldError(pointer, detail));
    }
  }
}
