package org.okno.identity;

import java.util.Map;

/**
 * Permitted rows as a condition of a statement.
 *
 * @param sql empty where every row is permitted
 * @param parameters what it binds, by name
 */
public record RowCondition(String sql, Map<String, Object> parameters) {
  /** Permits every row. */
  public static final RowCondition ALL = new RowCondition("", Map.of());

  /** The codes of the territory {@code :ownTerritory} and of all below it. */
  public static final String OWN_TERRITORIES =
      """
      (with recursive own(code) as (
        select :ownTerritory::text
        union select t.code from territory t join own on t.parent = own.code)
      select code from own)
      """;

  /**
   * Permits the rows of a territory and of all below it, by the table of {@link
   * TerritoryRepository}.
   *
   * @param column with the code of a row's territory
   */
  public static RowCondition ofTerritory(String column, String territory) {
    return new RowCondition(
        " and " + column + " in " + OWN_TERRITORIES, Map.of("ownTerritory", territory));
  }
}
