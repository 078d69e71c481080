package org.okno.intake.tracking;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.okno.contracts.CaseEvent;
import org.okno.intake.database.Columns;

/** Keeps the state of each need as its case tells it. */
public final class FollowCases {
  private static final String UPSERT =
      """
      insert into tracked_need (request_id, need_id, need, state, agency, since)
      select * from unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::timestamptz[])
      on conflict (request_id, need_id)
      do update set state = excluded.state, agency = excluded.agency, since = excluded.since
      """;

  /** Takes events in, in their order and in the caller's transaction. */
  public void follow(Connection connection, List<CaseEvent> events) throws SQLException {
    Map<UUID, TrackedNeed> latest = new LinkedHashMap<>();
    for (CaseEvent event : events) {
      TrackedNeed.of(event).forEach(need -> latest.put(need.needId(), need));
    }
    if (!latest.isEmpty()) {
      upsert(connection, latest.values());
    }
  }

  private static void upsert(Connection connection, Collection<TrackedNeed> needs)
      throws SQLException {
    try (var upsert = connection.prepareStatement(UPSERT)) {
      upsert.setArray(1, Columns.of(connection, "uuid", needs, TrackedNeed::requestId));
      upsert.setArray(2, Columns.of(connection, "uuid", needs, TrackedNeed::needId));
      upsert.setArray(3, Columns.of(connection, "text", needs, TrackedNeed::need));
      upsert.setArray(4, Columns.of(connection, "text", needs, need -> need.state().name()));
      upsert.setArray(5, Columns.of(connection, "text", needs, TrackedNeed::agency));
      upsert.setArray(6, Columns.of(connection, "text", needs, need -> need.since().toString()));
      upsert.executeUpdate();
    }
  }
}
