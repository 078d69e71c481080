package org.okno.casework.needs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A need's row.
 *
 * @param need code in the needs taxonomy
 * @param version the entity tag of the need: one more than its changes since the case was opened
 */
public record StoredNeed(
    UUID requestId,
    UUID id,
    String need,
    @Nullable String situation,
    NeedColumns columns,
    long version) {

  static StoredNeed read(ResultSet row) throws SQLException {
    return new StoredNeed(
        row.getObject("request_id", UUID.class),
        row.getObject("id", UUID.class),
        row.getString("need"),
        row.getString("situation"),
        NeedColumns.read(row),
        row.getLong("version"));
  }

  /** The row after one more change. */
  StoredNeed become(NeedState state) {
    return new StoredNeed(requestId, id, need, situation, NeedColumns.of(state), version + 1);
  }
}
