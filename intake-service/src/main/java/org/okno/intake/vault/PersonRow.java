package org.okno.intake.vault;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;
import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.okno.intake.database.Columns;

/**
 * A person as the table {@code person} keeps them: no name, no phone.
 *
 * <p>Rows are written and locked in the order of their index, so that two transactions with the
 * same persons wait for each other instead of stopping each other.
 */
record PersonRow(DataKeys.New key, @Nullable Hash blindIndex, @Nullable Hash phoneHash) {

  private static final String INSERT =
      """
      insert into person (id, blind_index, phone_hash, wrapped_key, created_at)
      select *, ?::timestamptz from unnest(?::uuid[], ?::bytea[], ?::bytea[], ?::bytea[])
      on conflict (blind_index) do nothing
      returning id
      """;
  private static final String FIND =
      """
      select id, blind_index, wrapped_key from person where blind_index = any(?)
      order by blind_index for key share
      """;
  private static final Comparator<PersonRow> BY_INDEX =
      comparing(PersonRow::blindIndex, nullsLast(naturalOrder()));

  /** Somebody who was known before. */
  @SuppressWarnings("ArrayRecordComponent") // only handed on, never compared
  record Known(UUID id, byte[] wrappedKey) {}

  UUID id() {
    return key.key().personId();
  }

  /** The ids of those who were not known. */
  static Set<UUID> insert(Connection connection, Collection<PersonRow> rows, Instant now)
      throws SQLException {
    List<PersonRow> sorted = rows.stream().sorted(BY_INDEX).toList();
    Set<UUID> inserted = new HashSet<>();
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      insert.setString(1, now.toString());
      insert.setArray(2, Columns.of(connection, "uuid", sorted, PersonRow::id));
      insert.setArray(3, Columns.bytes(connection, sorted, row -> bytes(row.blindIndex)));
      insert.setArray(4, Columns.bytes(connection, sorted, row -> bytes(row.phoneHash)));
      insert.setArray(5, Columns.bytes(connection, sorted, row -> row.key.wrapped()));
      try (ResultSet ids = insert.executeQuery()) {
        while (ids.next()) {
          inserted.add(ids.getObject(1, UUID.class));
        }
      }
    }
    return inserted;
  }

  /** Those who are known, by their index, locked against erasing. */
  static Map<Hash, Known> find(Connection connection, Collection<PersonRow> rows)
      throws SQLException {
    Map<Hash, Known> known = new HashMap<>();
    try (PreparedStatement find = connection.prepareStatement(FIND)) {
      find.setArray(1, Columns.bytes(connection, rows, row -> bytes(row.blindIndex)));
      try (ResultSet found = find.executeQuery()) {
        while (found.next()) {
          known.put(
              new Hash(requireNonNull(found.getBytes(2))),
              new Known(found.getObject(1, UUID.class), requireNonNull(found.getBytes(3))));
        }
      }
    }
    return known;
  }

  private static byte @Nullable [] bytes(@Nullable Hash hash) {
    return hash == null ? null : hash.bytes();
  }
}
