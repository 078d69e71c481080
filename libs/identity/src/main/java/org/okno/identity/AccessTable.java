package org.okno.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.okno.contracts.Codes;

/**
 * What each role may do, and with which rows: {@code access.csv}. Whatever has no line there is
 * refused.
 */
public final class AccessTable {
  /** In place of a role: everybody, without a token. */
  public static final String PUBLIC = "public";

  /** In place of a role: whoever has one. */
  public static final String ANY = "any";

  private static final int COLUMNS = 5;
  private static final List<Line> LINES = read();

  private AccessTable() {}

  /**
   * A line of the table.
   *
   * @param path template, such as {@code /v1/cases/{requestId}}
   * @param role code of a {@link Role}, {@link #ANY} or {@link #PUBLIC}
   */
  public record Line(String service, String method, String path, String role, Scope rows) {
    /** The endpoint: {@code GET /v1/cases}. */
    public String endpoint() {
      return method + " " + path;
    }
  }

  /** Every line, in the order of the file. */
  public static List<Line> lines() {
    return LINES;
  }

  /** What the table says of one endpoint of a service. */
  static Endpoint endpoint(String service, String method, String path) {
    List<Line> lines =
        LINES.stream()
            .filter(line -> line.service().equals(service))
            .filter(line -> line.endpoint().equals(method + " " + path))
            .toList();
    Map<Role, Scope> byRole = new EnumMap<>(Role.class);
    for (Line line : lines) {
      for (Role role : roles(line)) {
        byRole.merge(role, line.rows(), AccessTable::wider);
      }
    }
    return new Endpoint(lines.stream().anyMatch(line -> line.role().equals(PUBLIC)), byRole);
  }

  /**
   * An endpoint.
   *
   * @param byRole a role that is missing may not use it
   */
  record Endpoint(boolean isPublic, Map<Role, Scope> byRole) {

    /** The widest rows that a role of the caller gives; null where none of them may. */
    @Nullable Permission permission(Caller caller) {
      for (Scope scope : Scope.values()) {
        Rows rows = caller.rows(scope);
        Role role = role(caller, scope);
        if (rows != null && role != null) {
          return new Permission(role, rows);
        }
      }
      return null;
    }

    private @Nullable Role role(Caller caller, Scope scope) {
      for (Role role : caller.roles()) {
        if (byRole.get(role) == scope) {
          return role;
        }
      }
      return null;
    }
  }

  private static Scope wider(Scope one, Scope other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private static Set<Role> roles(Line line) {
    return switch (line.role()) {
      case ANY -> Set.of(Role.values());
      case PUBLIC -> Set.of();
      default -> Set.of(Role.ofCode(line.role()).orElseThrow());
    };
  }

  private static List<Line> read() {
    try (InputStream file = AccessTable.class.getResourceAsStream("access.csv");
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(requireNonNull(file), UTF_8))) {
      return lines.lines().skip(1).map(AccessTable::line).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Line line(String text) {
    String[] columns = text.split(",");
    if (columns.length != COLUMNS) {
      throw new IllegalArgumentException("access.csv: expected " + COLUMNS + " columns: " + text);
    }
    String role = columns[3];
    if (!Set.of(ANY, PUBLIC).contains(role) && Role.ofCode(role).isEmpty()) {
      throw new IllegalArgumentException("access.csv: no such role: " + text);
    }
    return new Line(
        columns[0],
        columns[1].toUpperCase(Locale.ROOT),
        columns[2],
        role,
        Codes.constant(Scope.class, columns[4]));
  }
}
