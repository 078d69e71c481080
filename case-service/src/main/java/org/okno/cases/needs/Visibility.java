package org.okno.cases.needs;

import java.util.Map;
import org.okno.identity.Rows;

/**
 * Which cases a caller may see, as a condition of SQL. An agency sees the cases in which it has a
 * need, a coordinator those of a territory and all below it.
 *
 * @param sql begins with {@code and}; speaks of the table cases as {@code c}; empty for all cases
 * @param parameters what it binds
 */
public record Visibility(String sql, Map<String, Object> parameters) {
  /** The codes of the territory {@code :ownTerritory} and of all below it. */
  public static final String OWN_TERRITORIES =
      """
      (with recursive own(code) as (
        select :ownTerritory::text
        union select t.code from territory t join own on t.parent = own.code)
      select code from own)
      """;

  private static final String OF_AGENCY =
      """
      and exists (select from need own where own.request_id = c.request_id and own.agency_id = :ownAgency)
      """;

  /** The condition for the rows that the access table permits. */
  public static Visibility of(Rows rows) {
    return switch (rows) {
      case Rows.All all -> new Visibility("", Map.of());
      case Rows.OfAgency(String agency) -> new Visibility(OF_AGENCY, Map.of("ownAgency", agency));
      case Rows.OfTerritory(String territory) ->
          new Visibility(
              "and c.territory in " + OWN_TERRITORIES, Map.of("ownTerritory", territory));
      case Rows.OfChannel channel -> throw rows.unsupported();
    };
  }

  /**
   * The same for the list of cases and its counts. An agency has none: no index finds its cases in
   * their order, and it has its queue.
   */
  public static Visibility ofLists(Rows rows) {
    if (rows instanceof Rows.OfAgency) {
      throw rows.unsupported();
    }
    return of(rows);
  }

  /** Whether a need of a case that the caller sees is theirs, to be read whole and changed. */
  public static boolean isWhole(NeedRow need, Rows rows) {
    return !(rows instanceof Rows.OfAgency(String agency)) || agency.equals(need.agencyId());
  }
}
