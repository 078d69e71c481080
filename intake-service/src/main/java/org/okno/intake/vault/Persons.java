package org.okno.intake.vault;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.okno.cloudevents.EventIds;
import org.okno.intake.database.Columns;

/** Finds persons again, or makes them known, for many requests in one go. */
public final class Persons {
  private static final int ATTEMPTS = 5;

  private final BlindIndex blindIndex;
  private final DataKeys dataKeys;

  public Persons(BlindIndex blindIndex, DataKeys dataKeys) {
    this.blindIndex = blindIndex;
    this.dataKeys = dataKeys;
  }

  /**
   * The keys of persons.
   *
   * @param inOrder one for each person asked for
   * @param made ids of those who were not known before
   */
  public record Keys(List<DataKey> inOrder, Set<UUID> made) {}

  /**
   * The key of each person, in the caller's transaction. Persons with the same phone and name are
   * one; those without a phone are each somebody new.
   *
   * <p>Who was known is locked against erasing until the transaction ends, so that nothing is
   * sealed with a key that is gone by then.
   */
  public Keys keys(Connection connection, List<Person> persons, Instant now) throws SQLException {
    Map<Hash, PersonRow> sameIndex = new HashMap<>();
    List<PersonRow> rows = persons.stream().map(person -> row(person, sameIndex)).toList();
    Map<PersonRow, DataKey> keys = new HashMap<>();
    Set<UUID> made = new HashSet<>();
    Set<PersonRow> open = new HashSet<>(rows);
    for (int attempt = 0; !open.isEmpty(); attempt++) {
      if (attempt == ATTEMPTS) {
        throw new SQLException("a person is erased again and again", "40001");
      }
      makeOrFind(connection, open, now, made, keys);
      // Whoever was there when inserting and not when looking was erased in between.
      open.removeAll(keys.keySet());
    }
    return new Keys(rows.stream().map(row -> requireNonNull(keys.get(row))).toList(), made);
  }

  /** Takes back persons made in this transaction whom no accepted request names. */
  public static void discard(Connection connection, Collection<UUID> made) throws SQLException {
    try (var delete = connection.prepareStatement("delete from person where id = any(?)")) {
      delete.setArray(1, Columns.of(connection, "uuid", made, id -> id));
      delete.executeUpdate();
    }
  }

  private void makeOrFind(
      Connection connection,
      Set<PersonRow> rows,
      Instant now,
      Set<UUID> made,
      Map<PersonRow, DataKey> keys)
      throws SQLException {
    Set<UUID> inserted = PersonRow.insert(connection, rows, now);
    made.addAll(inserted);
    Set<PersonRow> others = new HashSet<>();
    for (PersonRow row : rows) {
      if (inserted.contains(row.id())) {
        keys.put(row, row.key().key());
      } else {
        others.add(row);
      }
    }
    if (others.isEmpty()) {
      return;
    }
    Map<Hash, PersonRow.Known> found = PersonRow.find(connection, others);
    for (PersonRow row : others) {
      PersonRow.Known known = row.blindIndex() == null ? null : found.get(row.blindIndex());
      if (known != null) {
        keys.put(row, dataKeys.unwrap(known.id(), known.wrappedKey()));
      }
    }
  }

  private PersonRow row(Person person, Map<Hash, PersonRow> sameIndex) {
    String phone = person.phone();
    if (phone == null) {
      return new PersonRow(dataKeys.generate(EventIds.next()), null, null);
    }
    return sameIndex.computeIfAbsent(
        blindIndex.ofPerson(phone, person.name()),
        index ->
            new PersonRow(dataKeys.generate(EventIds.next()), index, blindIndex.ofPhone(phone)));
  }
}
