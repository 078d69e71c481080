package org.okno.intake.channels;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import org.okno.intake.vault.WrapSecrets;

/** The secrets with which channels sign their requests. */
@Singleton
public class ChannelSecrets {
  private final ChannelKeys keys;
  private final WrapSecrets wrapSecrets;
  private final Clock clock;
  // Unwrapping may ask a key management service; whether a key is valid is read anyway.
  private final Cache<String, String> unwrapped;

  ChannelSecrets(
      ChannelKeys keys, WrapSecrets wrapSecrets, Clock clock, ChannelKeySettings settings) {
    this.keys = keys;
    this.wrapSecrets = wrapSecrets;
    this.clock = clock;
    this.unwrapped =
        Caffeine.newBuilder()
            .maximumSize(settings.cached())
            .expireAfterWrite(settings.cacheFor())
            .build();
  }

  /** A secret and whose it is. */
  public record Secret(String channel, String text) {
    // A record's own toString would write the secret into a log.
    @Override
    public String toString() {
      return "Secret of " + channel;
    }
  }

  /** The secret with this id; empty where there is none, or it is not valid now. */
  public Optional<Secret> find(String id) {
    StoredKey stored = keys.stored(id);
    if (stored == null || stored.wrappedSecret() == null || !stored.isValid(clock.instant())) {
      return Optional.empty();
    }
    byte[] wrapped = stored.wrappedSecret();
    return Optional.of(
        new Secret(stored.channel(), unwrapped.get(id, key -> wrapSecrets.unwrap(key, wrapped))));
  }

  /** Records that a secret has signed an accepted request today. */
  public void used(String id) {
    StoredKey stored = keys.stored(id);
    if (stored != null) {
      keys.used(stored);
    }
  }
}
