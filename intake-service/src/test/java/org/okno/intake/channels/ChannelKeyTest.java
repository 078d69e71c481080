package org.okno.intake.channels;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChannelKeyTest {
  private static final Instant NOW = Instant.parse("2026-12-01T09:00:00Z");

  private final ChannelKey key = ChannelKey.next();

  @Test
  void shouldBeReadAsItWasShown() {
    assertThat(ChannelKey.of(key.text())).contains(key);
    assertThat(ChannelKey.next()).isNotEqualTo(key);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "okno_", "okno_0123456789abcdef_short", "Bearer x", "okno__"})
  void shouldNotBeReadFromAnythingElse(String header) {
    assertThat(ChannelKey.of(header)).isEmpty();
  }

  @Test
  void shouldBeAcceptedByItsOwnHashUntilItExpires() {
    StoredKey stored = stored(NOW.plusSeconds(1));

    assertThat(stored.accepts(key, NOW)).isTrue();
    assertThat(stored.accepts(key, NOW.plusSeconds(1))).isFalse();
    assertThat(stored.accepts(new ChannelKey(key.id(), ChannelKey.next().secret()), NOW)).isFalse();
  }

  @Test
  void shouldNotShowItsSecretInALog() {
    assertThat(key.toString() + stored(NOW)).doesNotContain(key.secret()).contains(key.id());
  }

  private StoredKey stored(Instant expiresAt) {
    return new StoredKey(key.id(), "web", key.hash(), null, NOW, expiresAt, null);
  }
}
