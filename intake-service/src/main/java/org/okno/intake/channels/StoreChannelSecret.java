package org.okno.intake.channels;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.okno.intake.vault.WrapSecrets;

/** Stores a secret that signs, wrapped by the vault. */
@Singleton
class StoreChannelSecret {
  private final ChannelKeyRepository repository;
  private final WrapSecrets wrapSecrets;

  StoreChannelSecret(ChannelKeyRepository repository, WrapSecrets wrapSecrets) {
    this.repository = repository;
    this.wrapSecrets = wrapSecrets;
  }

  /** What is stored. */
  @Transactional
  StoredKey store(ChannelKey key, String channel, Instant now, @Nullable Instant expiresAt) {
    repository.lock();
    StoredKey stored =
        new StoredKey(
            key.id(),
            channel,
            null,
            wrapSecrets.wrap(key.id(), key.secret()),
            now,
            expiresAt,
            null);
    repository.insert(stored);
    return stored;
  }
}
