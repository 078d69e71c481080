package org.okno.intake.vault;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Scheduler;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.UUID;

/**
 * Generates and unwraps data keys. Unwrapped keys are cached, since a KMS responds in milliseconds;
 * but a key is returned only for its wrapped form, which the database must have shown just now: a
 * key that another instance destroyed is not served from memory.
 */
@Singleton
final class DataKeys {
  private final KeyEncryption keyEncryption;
  private final SecureRandom random = new SecureRandom();
  private final Cache<UUID, Unwrapped> cache;

  DataKeys(KeyEncryption keyEncryption, VaultSettings settings) {
    this.keyEncryption = keyEncryption;
    this.cache =
        Caffeine.newBuilder()
            .maximumSize(settings.cachedDataKeys())
            .expireAfterWrite(settings.cacheDataKeysFor())
            .scheduler(Scheduler.systemScheduler())
            .build();
  }

  private record Unwrapped(byte[] wrapped, DataKey key) {}

  /** A key and its wrapped form. */
  @SuppressWarnings("ArrayRecordComponent") // only passed on, never compared
  record Generated(DataKey key, byte[] wrapped) {}

  Generated generate(UUID personId) {
    byte[] bytes = new byte[DataKey.LENGTH];
    random.nextBytes(bytes);
    Generated generated =
        new Generated(new DataKey(personId, bytes), keyEncryption.wrap(personId, bytes));
    Arrays.fill(bytes, (byte) 0);
    return generated;
  }

  DataKey unwrap(UUID personId, byte[] wrapped) {
    Unwrapped cached = cache.getIfPresent(personId);
    if (cached != null && Arrays.equals(cached.wrapped, wrapped)) {
      return cached.key;
    }
    byte[] bytes = keyEncryption.unwrap(personId, wrapped);
    DataKey key = new DataKey(personId, bytes);
    Arrays.fill(bytes, (byte) 0);
    cache.put(personId, new Unwrapped(wrapped, key));
    return key;
  }

  /** A wrapped key, wrapped by the key that wraps now. */
  byte[] rewrap(UUID personId, byte[] wrapped) {
    byte[] bytes = keyEncryption.unwrap(personId, wrapped);
    byte[] rewrapped = keyEncryption.wrap(personId, bytes);
    Arrays.fill(bytes, (byte) 0);
    return rewrapped;
  }

  /** Learns which key wraps now. */
  void reload() {
    keyEncryption.reload();
  }

  void forget(UUID personId) {
    cache.invalidate(personId);
  }
}
