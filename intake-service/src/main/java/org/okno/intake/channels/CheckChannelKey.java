package org.okno.intake.channels;

import jakarta.inject.Singleton;
import java.util.Optional;

/** Whose key it is, where a protocol carries keys elsewhere than in the header. */
@Singleton
public class CheckChannelKey {
  private final ChannelKeys keys;

  CheckChannelKey(ChannelKeys keys) {
    this.keys = keys;
  }

  /**
   * A valid key.
   *
   * @param id of the key; no secret
   * @param channel whose key it is
   */
  public record ValidKey(String id, String channel) {}

  /** The key that this text is; empty where there is no such key, or it is not valid now. */
  public Optional<ValidKey> check(String text) {
    return ChannelKey.of(text).flatMap(this::check);
  }

  private Optional<ValidKey> check(ChannelKey key) {
    StoredKey stored = keys.read(key);
    return stored != null && keys.accepts(stored, key)
        ? Optional.of(new ValidKey(key.id(), stored.channel()))
        : Optional.empty();
  }
}
