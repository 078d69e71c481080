package org.okno.intake.channels;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The keys of channels: made, listed, checked and revoked. */
@Singleton
class ChannelKeys {
  private static final Logger LOG = Logger.getLogger(ChannelKeys.class);

  private final ChannelKeyRepository repository;
  private final Clock clock;
  private final Cache<String, StoredKey> cache;

  ChannelKeys(ChannelKeyRepository repository, Clock clock, ChannelKeySettings settings) {
    this.repository = repository;
    this.clock = clock;
    this.cache =
        Caffeine.newBuilder()
            .maximumSize(settings.cached())
            .expireAfterWrite(settings.cacheFor())
            .build();
  }

  /**
   * A new key with what is stored of it.
   *
   * @param key which nobody can read again
   */
  record Created(ChannelKey key, StoredKey stored) {}

  /** Makes a key; empty where there is no such channel. */
  Optional<Created> create(String channel, @Nullable Instant expiresAt) {
    ChannelKey key = ChannelKey.next();
    Instant now = clock.instant();
    if (!repository.insert(channel, key, now, expiresAt)) {
      return Optional.empty();
    }
    LOG.infof("key %s of channel %s was made", key.id(), channel);
    return Optional.of(
        new Created(key, new StoredKey(key.id(), channel, key.hash(), now, expiresAt, null)));
  }

  /** The keys of a channel, oldest first. */
  List<StoredKey> of(String channel) {
    return repository.of(channel);
  }

  /** Revokes a key, for this instance at once; false where the channel has none with this id. */
  boolean revoke(String channel, String id) {
    boolean revoked = repository.delete(channel, id);
    cache.invalidate(id);
    if (revoked) {
      LOG.infof("key %s of channel %s was revoked", id, channel);
    }
    return revoked;
  }

  /** What is stored of a key, where this is known without reading; null where it is not. */
  @Nullable StoredKey known(ChannelKey key) {
    return cache.getIfPresent(key.id());
  }

  /** What is stored of a key, read where it is not known, or null; its use counts for this day. */
  @Nullable StoredKey read(ChannelKey key) {
    StoredKey stored = cache.get(key.id(), repository::find);
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    if (stored != null && accepts(stored, key) && !today.equals(stored.lastUsedOn())) {
      repository.used(key.id(), today);
    }
    return stored;
  }

  /** Whether a key is the stored one, and valid now. */
  boolean accepts(StoredKey stored, ChannelKey key) {
    return stored.accepts(key, clock.instant());
  }
}
