package org.okno.intake.vault;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.okno.intake.database.Transactions;

/** The wrapped keys in the table {@code person}. */
public final class StoredKeys implements OpenSealed.WrappedKeys {
  private static final String FIND =
      "select id, wrapped_key from person where id = any(?) and wrapped_key is not null";

  private final Transactions transactions;

  public StoredKeys(Transactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public Map<UUID, byte[]> of(Set<UUID> personIds) {
    return transactions.read(connection -> find(connection, personIds));
  }

  private static Map<UUID, byte[]> find(Connection connection, Set<UUID> personIds)
      throws SQLException {
    Map<UUID, byte[]> keys = new HashMap<>();
    try (var find = connection.prepareStatement(FIND)) {
      find.setArray(1, connection.createArrayOf("uuid", personIds.toArray()));
      try (ResultSet found = find.executeQuery()) {
        while (found.next()) {
          keys.put(found.getObject(1, UUID.class), found.getBytes(2));
        }
      }
    }
    return keys;
  }
}
