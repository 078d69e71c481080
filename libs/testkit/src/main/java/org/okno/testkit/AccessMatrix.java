package org.okno.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What each role gets of each endpoint of a service, written by hand beside its test and apart from
 * the access table, so that a wrong line there is found. A line has an endpoint and a mark for each
 * of {@link #ROLES}: {@code +} every row, {@code o} own rows only, {@code -} nothing. Only
 * analytics marks the statistician; elsewhere that role gets what everybody gets.
 */
public final class AccessMatrix {
  /** The columns. */
  public static final List<String> ROLES =
      List.of(
          "channel",
          "operator",
          "dispatcher",
          "specialist",
          "head-of-agency",
          "coordinator",
          "analyst",
          "data-protection-officer",
          "administrator",
          "service",
          "statistician");

  private AccessMatrix() {}

  /** What a role gets. */
  public enum Mark {
    ALL,
    OWN,
    NOTHING;

    private static Mark of(String sign) {
      return switch (sign) {
        case "+" -> ALL;
        case "o" -> OWN;
        case "-" -> NOTHING;
        default -> throw new IllegalArgumentException("no mark: " + sign);
      };
    }

    /** The status of a request for a row, where whoever may have it gets this one. */
    public int status(boolean own, int allowed) {
      return switch (this) {
        case ALL -> allowed;
        case OWN -> own ? allowed : 404;
        case NOTHING -> 403;
      };
    }
  }

  /**
   * One cell.
   *
   * @param path template
   */
  public record Cell(String method, String path, String role, Mark mark) {
    /** A token of the role, with these claims. */
    public String token(Tokens tokens, Map<String, String> claims) {
      return tokens.of(role, claims);
    }

    @Override
    public String toString() {
      return "%s %s by %s: %s".formatted(method, path, role, mark);
    }
  }

  /** Every cell of a matrix. */
  public static Stream<Cell> cells(String matrix) {
    return matrix.lines().filter(line -> !line.isBlank()).flatMap(AccessMatrix::line);
  }

  private static Stream<Cell> line(String text) {
    String[] words = text.strip().split("\\s+");
    List<Mark> marks = new ArrayList<>(Stream.of(words).skip(2).map(Mark::of).toList());
    if (marks.size() == ROLES.size() - 1) {
      marks.add(Set.copyOf(marks).equals(Set.of(Mark.ALL)) ? Mark.ALL : Mark.NOTHING);
    }
    if (marks.size() != ROLES.size()) {
      throw new IllegalArgumentException("expected a mark for each of " + ROLES + ": " + text);
    }
    return IntStream.range(0, marks.size())
        .mapToObj(i -> new Cell(words[0], words[1], ROLES.get(i), marks.get(i)));
  }
}
