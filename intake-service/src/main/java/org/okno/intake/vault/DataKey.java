package org.okno.intake.vault;

import static org.okno.intake.vault.VaultException.unless;

import com.google.crypto.tink.subtle.AesGcmJce;
import java.util.UUID;

/** The key of one person: AES-256-GCM. While it exists, what it sealed can be opened. */
public final class DataKey {
  /** Bytes of a key. */
  static final int LENGTH = 32;

  private final UUID personId;
  private final AesGcmJce cipher;

  DataKey(UUID personId, byte[] key) {
    this.personId = personId;
    this.cipher = unless("not a data key", () -> new AesGcmJce(key));
  }

  /** Whose key this is; also the key's id. */
  public UUID personId() {
    return personId;
  }

  byte[] seal(byte[] plain, byte[] associatedData) {
    return unless("sealing failed", () -> cipher.encrypt(plain, associatedData));
  }

  byte[] open(byte[] sealed, byte[] associatedData) {
    return unless(
        "a sealed block does not match its key or associated data",
        () -> cipher.decrypt(sealed, associatedData));
  }
}
