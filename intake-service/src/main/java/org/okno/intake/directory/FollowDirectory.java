package org.okno.intake.directory;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.okno.contracts.DirectoryEvent;
import org.okno.contracts.DirectoryEvent.AgencyPublished;
import org.okno.contracts.DirectoryEvent.TermPublished;
import org.okno.contracts.DirectoryEvent.TerritoryPublished;
import org.okno.intake.database.Columns;

/** Keeps territories and terms as routing publishes them. */
public final class FollowDirectory {
  private static final String TERRITORIES =
      """
      insert into territory (code, name, level, parent, zone)
      select * from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
      on conflict (code) do update set
        name = excluded.name, level = excluded.level, parent = excluded.parent, zone = excluded.zone
      """;
  private static final String TERMS =
      """
      insert into term (axis, code, name_ru, name_en)
      select * from unnest(?::text[], ?::text[], ?::text[], ?::text[])
      on conflict (axis, code) do update set name_ru = excluded.name_ru, name_en = excluded.name_en
      """;

  /** Takes events in, in their order and in the caller's transaction. */
  public void follow(Connection connection, List<DirectoryEvent> events) throws SQLException {
    Map<String, TerritoryPublished> territories = new LinkedHashMap<>();
    Map<String, TermPublished> terms = new LinkedHashMap<>();
    for (DirectoryEvent event : events) {
      switch (event) {
        case TerritoryPublished territory -> territories.put(territory.key(), territory);
        case TermPublished term -> terms.put(term.key(), term);
        case AgencyPublished agency -> {
          // Intake names agencies only as a case tells them.
        }
      }
    }
    write(
        connection,
        TERRITORIES,
        territories.values(),
        List.of(
            TerritoryPublished::code,
            TerritoryPublished::name,
            TerritoryPublished::level,
            TerritoryPublished::parent,
            TerritoryPublished::zone));
    write(
        connection,
        TERMS,
        terms.values(),
        List.of(
            TermPublished::axis,
            TermPublished::code,
            TermPublished::nameRu,
            TermPublished::nameEn));
  }

  private static <T> void write(
      Connection connection,
      String statement,
      Collection<T> entries,
      List<Function<T, @Nullable Object>> columns)
      throws SQLException {
    if (entries.isEmpty()) {
      return;
    }
    try (var upsert = connection.prepareStatement(statement)) {
      for (int i = 0; i < columns.size(); i++) {
        upsert.setArray(i + 1, Columns.of(connection, "text", entries, columns.get(i)));
      }
      upsert.executeUpdate();
    }
  }
}
