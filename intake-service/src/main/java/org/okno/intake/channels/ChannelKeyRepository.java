package org.okno.intake.channels;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The table {@code channel_key}: hashes, no keys. */
@Singleton
final class ChannelKeyRepository {
  private static final String INSERT =
      """
      insert into channel_key (id, channel, hash, created_at, expires_at)
      select :id, code, :hash, :createdAt::timestamptz, :expiresAt::timestamptz from channel where code = :channel
      """;
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

  /** Stores a key; false where there is no such channel. */
  boolean insert(String channel, ChannelKey key, Instant now, @Nullable Instant expiresAt) {
    return jdbi.withHandle(
            handle ->
                handle
                    .createUpdate(INSERT)
                    .bind("id", key.id())
                    .bind("channel", channel)
                    .bind("hash", key.hash())
                    .bind("createdAt", now)
                    .bind("expiresAt", expiresAt)
                    .execute())
        > 0;
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
