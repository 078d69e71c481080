package org.okno.intake.vault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.okno.intake.vault.VaultException.unless;

import com.google.crypto.tink.Aead;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Wraps with the keyset's AEAD key; the person's id is the associated data. */
@Singleton
final class KeysetEncryption implements KeyEncryption {
  private final Aead aead;

  KeysetEncryption(Keyset keyset) {
    this.aead = keyset.aead();
  }

  @Override
  public byte[] wrap(UUID personId, byte[] dataKey) {
    return unless(
        "a data key could not be wrapped",
        () -> aead.encrypt(dataKey, personId.toString().getBytes(UTF_8)));
  }

  @Override
  public byte[] unwrap(UUID personId, byte[] wrapped) {
    return unless(
        "a data key could not be unwrapped: another keyset wrapped it",
        () -> aead.decrypt(wrapped, personId.toString().getBytes(UTF_8)));
  }
}
