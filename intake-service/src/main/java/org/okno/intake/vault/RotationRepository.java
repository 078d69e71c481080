package org.okno.intake.vault;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/**
 * The wrapped keys in the tables {@code person} and {@code channel_key}, and the table {@code
 * retired_wrapping_key}.
 */
@Singleton
class RotationRepository {
  // Any number that no other lock of this database has; held until the transaction ends.
  private static final String LOCK = "select pg_advisory_xact_lock(130002)";
  private static final String RETIRE =
      "insert into retired_wrapping_key (id) values (?) on conflict do nothing";
  private static final String AWAIT_WRITERS = "lock table person in share mode";
  private static final String NEXT =
      """
      select id, wrapped_key from person
      where (cast(:after as uuid) is null or id > :after)
        and wrapped_key is not null and substring(wrapped_key from 1 for %1$d) <> :current
      order by id limit :rows
      """
          .formatted(KeyId.LENGTH);
  // Who was erased meanwhile stays so.
  private static final String REWRAP =
      """
      update person set wrapped_key = given.rewrapped
      from unnest(cast(:ids as uuid[]), cast(:wrapped as bytea[]), cast(:rewrapped as bytea[]))
        as given (id, wrapped, rewrapped)
      where person.id = given.id and person.wrapped_key = given.wrapped
      """;
  private static final String LOCK_SECRETS = "lock table channel_key in share row exclusive mode";
  private static final String SECRETS =
      """
      select id, wrapped_secret from channel_key
      where wrapped_secret is not null and substring(wrapped_secret from 1 for %1$d) <> :current
      """
          .formatted(KeyId.LENGTH);
  private static final String REWRAP_SECRET =
      "update channel_key set wrapped_secret = :rewrapped where id = :id";
  private static final String IS_ANY_LEFT =
      """
      select exists (select from person
        where wrapped_key is not null and substring(wrapped_key from 1 for %1$d) <> ?)
      """
          .formatted(KeyId.LENGTH);

  private final Jdbi jdbi;

  RotationRepository(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** A person's key, as it is stored. */
  @SuppressWarnings("ArrayRecordComponent") // only passed on, never compared
  record WrappedKey(UUID id, byte[] wrappedKey) {}

  /** Excludes other rotations until the transaction ends. */
  void lock() {
    jdbi.useHandle(handle -> handle.execute(LOCK));
  }

  /** From the commit on no transaction stores what these keys wrapped. */
  void retire(List<KeyId> keys) {
    jdbi.useHandle(
        handle -> {
          PreparedBatch batch = handle.prepareBatch(RETIRE);
          keys.forEach(key -> batch.bind(0, key.prefix()).add());
          batch.execute();
        });
  }

  /** Waits for the transactions that have stored data keys before. */
  void awaitWriters() {
    jdbi.useHandle(handle -> handle.execute(AWAIT_WRITERS));
  }

  /** The next keys behind a person that another key than this one wrapped. */
  List<WrappedKey> next(@Nullable UUID after, KeyId current, int rows) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(NEXT)
                .bind("after", after)
                .bind("current", current.prefix())
                .bind("rows", rows)
                .mapTo(WrappedKey.class)
                .list());
  }

  /**
   * Replaces wrapped keys.
   *
   * @param rewrapped the new form of each, in their order
   */
  void replace(List<WrappedKey> keys, List<byte[]> rewrapped) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(REWRAP)
                .bind("ids", keys.stream().map(WrappedKey::id).toArray(UUID[]::new))
                .bind("wrapped", keys.stream().map(WrappedKey::wrappedKey).toArray(byte[][]::new))
                .bind("rewrapped", rewrapped.toArray(byte[][]::new))
                .execute());
  }

  /** A secret of a channel, as it is stored. */
  @SuppressWarnings("ArrayRecordComponent") // only passed on, never compared
  record WrappedSecret(String id, byte[] wrappedSecret) {}

  /** Secrets that another key than this one wrapped; none is added until the transaction ends. */
  List<WrappedSecret> secretsToWrap(KeyId current) {
    return jdbi.withHandle(
        handle -> {
          handle.execute(LOCK_SECRETS);
          return handle
              .createQuery(SECRETS)
              .bind("current", current.prefix())
              .mapTo(WrappedSecret.class)
              .list();
        });
  }

  /** Replaces a wrapped secret by its new form. */
  void replace(WrappedSecret secret, byte[] rewrapped) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(REWRAP_SECRET)
                .bind("id", secret.id())
                .bind("rewrapped", rewrapped)
                .execute());
  }

  /** Whether another key than this one wrapped a key that is stored. */
  boolean isAnyLeft(KeyId current) {
    return jdbi.withHandle(
        handle ->
            handle.createQuery(IS_ANY_LEFT).bind(0, current.prefix()).mapTo(Boolean.class).one());
  }
}
