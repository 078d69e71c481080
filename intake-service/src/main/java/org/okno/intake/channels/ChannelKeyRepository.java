package org.okno.intake.channels;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The table {@code channel_key}: hashes and wrapped secrets, no keys. */
@Singleton
final class ChannelKeyRepository {
  private static final String INSERT =
      """
      insert into channel_key (id, channel, hash, wrapped_secret, created_at, expires_at)
      values (:id, :channel, :hash, :wrappedSecret, :createdAt::timestamptz, :expiresAt::timestamptz)
      """;
  // A rotation of the vault's key waits for it, and is waited for.
  private static final String LOCK = "lock table channel_key in row exclusive mode";
  private static final String OF_CHANNEL =
      "select * from channel_key where channel = :channel order by created_at, id";
  private static final String FIND = "select * from channel_key where id = :id";
  private static final String USED = "update channel_key set last_used_on = :day where id = :id";
  private static final String DELETE =
      "delete from channel_key where channel = :channel and id = :id";

  private final Jdbi jdbi;

  ChannelKeyRepository(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** Until the transaction ends, no rotation of the vault's key completes. */
  void lock() {
    jdbi.useHandle(handle -> handle.execute(LOCK));
  }

  /** Stores a key of a channel that there is. */
  void insert(StoredKey key) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(INSERT)
                .bind("id", key.id())
                .bind("channel", key.channel())
                .bind("hash", key.hash())
                .bind("wrappedSecret", key.wrappedSecret())
                .bind("createdAt", key.createdAt())
                .bind("expiresAt", key.expiresAt())
                .execute());
  }

  /** The keys of a channel, oldest first. */
  List<StoredKey> of(String channel) {
    return jdbi.withHandle(
        handle ->
            handle.createQuery(OF_CHANNEL).bind("channel", channel).mapTo(StoredKey.class).list());
  }

  /** The key with this id, or null. */
  @Nullable StoredKey find(String id) {
    return jdbi.withHandle(
        handle ->
            handle.createQuery(FIND).bind("id", id).mapTo(StoredKey.class).findOne().orElse(null));
  }

  /** Records the day on which a key was accepted. */
  void used(String id, LocalDate day) {
    jdbi.useHandle(handle -> handle.createUpdate(USED).bind("id", id).bind("day", day).execute());
  }

  /** Deletes a key; false where the channel has none with this id. */
  boolean delete(String channel, String id) {
    return jdbi.withHandle(
            handle -> handle.createUpdate(DELETE).bind("channel", channel).bind("id", id).execute())
        > 0;
  }
}
