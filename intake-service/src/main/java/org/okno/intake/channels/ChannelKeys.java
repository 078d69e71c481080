package org.okno.intake.channels;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The keys of channels: made, listed, checked and revoked. */
@Singleton
class ChannelKeys {
  private static final Logger LOG = Logger.getLogger(ChannelKeys.class);

  private final ChannelKeyRepository repository;
  private final StoreChannelSecret storeSecret;
  private final Clock clock;
  private final Cache<String, StoredKey> cache;

  ChannelKeys(
      ChannelKeyRepository repository,
      StoreChannelSecret storeSecret,
      Clock clock,
      ChannelKeySettings settings) {
    this.repository = repository;
    this.storeSecret = storeSecret;
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

  /** Makes a key of a channel that there is: one that is sent, or one that signs. */
  Created create(String channel, Authentication use, @Nullable Instant expiresAt) {
    ChannelKey key = ChannelKey.next();
    Instant now = clock.instant();
    StoredKey stored =
        use == Authentication.HMAC
            ? storeSecret.store(key, channel, now, expiresAt)
            : new StoredKey(key.id(), channel, key.hash(), null, now, expiresAt, null);
    if (use != Authentication.HMAC) {
      repository.insert(stored);
    }
    LOG.infof("key %s of channel %s was made", key.id(), channel);
    return new Created(key, stored);
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
    StoredKey stored = stored(key.id());
    if (stored != null && accepts(stored, key)) {
      used(stored);
    }
    return stored;
  }

  /** What is stored of the key with this id, or null. */
  @Nullable StoredKey stored(String id) {
    return cache.get(id, repository::find);
  }

  /** Records that a key was accepted today. */
  void used(StoredKey key) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    if (!today.equals(key.lastUsedOn())) {
      repository.used(key.id(), today);
    }
  }

  /** Whether a key is the stored one, and valid now. */
  boolean accepts(StoredKey stored, ChannelKey key) {
    return stored.accepts(key, clock.instant());
  }
}
