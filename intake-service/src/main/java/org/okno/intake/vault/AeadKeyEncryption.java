package org.okno.intake.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.Aead;
import java.security.GeneralSecurityException;
import java.util.UUID;

/** Wraps with a Tink AEAD: a keyset of our own, or one of Tink's KMS clients. */
public final class AeadKeyEncryption implements KeyEncryption {
  private final Aead aead;

  public AeadKeyEncryption(Aead aead) {
    this.aead = aead;
  }

  @Override
  public byte[] wrap(UUID personId, byte[] dataKey) {
    try {
      return aead.encrypt(dataKey, personId.toString().getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new VaultException("a data key could not be wrapped", e);
    }
  }

  @Override
  public byte[] unwrap(UUID personId, byte[] wrapped) {
    try {
      return aead.decrypt(wrapped, personId.toString().getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new VaultException("a data key could not be unwrapped: another keyset wrapped it", e);
    }
  }
}
