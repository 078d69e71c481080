package org.okno.intake.vault;

import com.google.crypto.tink.subtle.AesGcmJce;
import java.security.GeneralSecurityException;
import java.util.UUID;

/** The key of one person: AES-256-GCM. While it exists, what it sealed can be read. */
public final class DataKey {
  /** Bytes of a key. */
  static final int LENGTH = 32;

  private final UUID personId;
  private final AesGcmJce cipher;

  DataKey(UUID personId, byte[] key) {
    this.personId = personId;
    try {
      this.cipher = new AesGcmJce(key);
    } catch (GeneralSecurityException e) {
      throw new VaultException("not a data key", e);
    }
  }

  /** Whose key this is; also the key's id. */
  public UUID personId() {
    return personId;
  }

  byte[] seal(byte[] plain, byte[] place) {
    try {
      return cipher.encrypt(plain, place);
    } catch (GeneralSecurityException e) {
      throw new VaultException("sealing failed", e);
    }
  }

  byte[] open(byte[] sealed, byte[] place) {
    try {
      return cipher.decrypt(sealed, place);
    } catch (GeneralSecurityException e) {
      throw new VaultException("a sealed block does not open with its key in its place", e);
    }
  }
}
