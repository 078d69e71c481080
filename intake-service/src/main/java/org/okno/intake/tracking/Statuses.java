package org.okno.intake.tracking;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads where requests are. */
public final class Statuses {
  private static final String STATES =
      "select request_id, state from tracked_need where request_id = any(?)";

  /** The status of each request; one of which no case has told is {@link Status#RECEIVED}. */
  public Map<UUID, Status> of(Connection connection, Collection<UUID> requestIds)
      throws SQLException {
    Map<UUID, List<NeedState>> states = new HashMap<>();
    requestIds.forEach(id -> states.put(id, new ArrayList<>()));
    try (var query = connection.prepareStatement(STATES)) {
      query.setArray(1, connection.createArrayOf("uuid", requestIds.toArray()));
      try (var rows = query.executeQuery()) {
        while (rows.next()) {
          states
              .computeIfAbsent(rows.getObject(1, UUID.class), id -> new ArrayList<>())
              .add(NeedState.valueOf(rows.getString(2)));
        }
      }
    }
    Map<UUID, Status> statuses = new HashMap<>();
    states.forEach((id, ofNeeds) -> statuses.put(id, Status.of(ofNeeds)));
    return statuses;
  }
}
