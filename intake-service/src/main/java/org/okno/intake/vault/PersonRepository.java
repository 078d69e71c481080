package org.okno.intake.vault;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.okno.intake.vault.ResolvePersons.Candidate;
import org.okno.sql.BatchInsert;

/**
 * The table {@code person}: no name, no phone.
 *
 * <p>Rows are inserted and locked in the order of their blind index, so that two transactions with
 * the same persons wait for each other and do not deadlock.
 */
@Singleton
public final class PersonRepository implements OpenSealed.WrappedKeys {
  private static final String LOCK_KNOWN =
      """
      select id, blind_index, wrapped_key from person where blind_index = any(?)
      order by blind_index for key share
      """;
  private static final String WRAPPED_KEYS =
      "select id, wrapped_key from person where id = any(?) and wrapped_key is not null";
  // The key share lock of an acceptance in flight makes this wait: its request is sealed before the
  // erasure, or finds nobody.
  private static final String LOCK_FOR_ERASURE =
      "select erased_at is not null from person where id = ? for update";
  private static final String ERASE =
      """
      update person set wrapped_key = null, blind_index = null, phone_hash = null, erased_at = ?
      where id = ?
      """;
  // Of the state after the insert: a rotation that retires the key later waits for this
  // transaction.
  private static final String IS_ANY_RETIRED =
      "select exists (select from retired_wrapping_key where id = any(?))";
  private static final Comparator<Candidate> BY_INDEX =
      comparing(Candidate::blindIndex, nullsLast(naturalOrder()));

  private final Jdbi jdbi;
  private final BatchInsert batchInsert;

  PersonRepository(Jdbi jdbi, BatchInsert batchInsert) {
    this.jdbi = jdbi;
    this.batchInsert = batchInsert;
  }

  private record PersonRow(
      UUID id,
      byte @Nullable [] blindIndex,
      byte @Nullable [] phoneHash,
      byte[] wrappedKey,
      Instant createdAt) {
    static PersonRow of(Candidate candidate, Instant now) {
      return new PersonRow(
          candidate.id(),
          Hash.bytes(candidate.blindIndex()),
          Hash.bytes(candidate.phoneHash()),
          candidate.generated().wrapped(),
          now);
    }
  }

  /** Somebody who was known before. */
  @SuppressWarnings("ArrayRecordComponent") // only passed on, never compared
  record KnownPerson(UUID id, byte[] blindIndex, byte[] wrappedKey) {}

  @SuppressWarnings("ArrayRecordComponent") // only passed on, never compared
  private record WrappedKey(UUID id, byte[] wrappedKey) {}

  /** The ids of those who were not known. */
  Set<UUID> insert(Collection<Candidate> candidates, Instant now) {
    return batchInsert.insertReturning(
        "person",
        candidates.stream().sorted(BY_INDEX).map(one -> PersonRow.of(one, now)).toList(),
        "on conflict (blind_index) do nothing returning id",
        UUID.class);
  }

  /** Those who are known, by their blind index, locked against erasure. */
  Map<Hash, KnownPerson> lock(Collection<Candidate> candidates) {
    byte[][] indexes =
        candidates.stream()
            .map(candidate -> Hash.bytes(candidate.blindIndex()))
            .filter(Objects::nonNull)
            .toArray(byte[][]::new);
    if (indexes.length == 0) {
      return Map.of();
    }
    return jdbi.withHandle(
        handle ->
            handle.createQuery(LOCK_KNOWN).bind(0, indexes).mapTo(KnownPerson.class).stream()
                .collect(Collectors.toMap(known -> new Hash(known.blindIndex()), known -> known)));
  }

  /** Deletes persons created in this transaction whom no accepted request names. */
  public void delete(Collection<UUID> ids) {
    if (!ids.isEmpty()) {
      jdbi.useHandle(
          handle ->
              handle.execute(
                  "delete from person where id = any(?)", (Object) ids.toArray(UUID[]::new)));
    }
  }

  @Override
  public Map<UUID, byte[]> of(Set<UUID> personIds) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(WRAPPED_KEYS)
                .bind(0, personIds.toArray(UUID[]::new))
                .mapTo(WrappedKey.class)
                .stream()
                .collect(Collectors.toMap(WrappedKey::id, WrappedKey::wrappedKey)));
  }

  /** Whether one of these keys wraps no more: a look-up for each transaction that inserts. */
  boolean isAnyRetired(Set<KeyId> wrappingKeys) {
    byte[][] prefixes = wrappingKeys.stream().map(KeyId::prefix).toArray(byte[][]::new);
    return prefixes.length > 0
        && jdbi.withHandle(
            handle ->
                handle.createQuery(IS_ANY_RETIRED).bind(0, prefixes).mapTo(Boolean.class).one());
  }

  /** Locks a person; whether they are erased already, empty where there is no such person. */
  Optional<Boolean> lockForErasure(UUID personId) {
    return jdbi.withHandle(
        handle ->
            handle.createQuery(LOCK_FOR_ERASURE).bind(0, personId).mapTo(Boolean.class).findOne());
  }

  /** Destroys a person's key and hashes. */
  void erase(UUID personId, Instant now) {
    jdbi.useHandle(handle -> handle.execute(ERASE, now, personId));
  }
}
