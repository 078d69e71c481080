package org.okno.intake.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Singleton;
import java.util.UUID;

/**
 * Wraps secrets that are no data keys, such as those that sign requests. A rotation wraps them
 * again: it knows the table that has them.
 */
@Singleton
public class WrapSecrets {
  private final KeyEncryption keyEncryption;

  WrapSecrets(KeyEncryption keyEncryption) {
    this.keyEncryption = keyEncryption;
  }

  /**
   * The wrapped form of a secret, by the key that wraps now. Callers hold a lock that a rotation
   * waits for.
   *
   * @param id of the secret: under another it cannot be unwrapped
   */
  public byte[] wrap(String id, String secret) {
    keyEncryption.reload();
    return keyEncryption.wrap(name(id), secret.getBytes(UTF_8));
  }

  /**
   * The secret.
   *
   * @throws VaultException if the bytes were not wrapped here under this id
   */
  public String unwrap(String id, byte[] wrapped) {
    return new String(keyEncryption.unwrap(name(id), wrapped), UTF_8);
  }

  /** A wrapped secret, wrapped by the key that wraps now. */
  byte[] rewrap(String id, byte[] wrapped) {
    return keyEncryption.wrap(name(id), keyEncryption.unwrap(name(id), wrapped));
  }

  private static UUID name(String id) {
    return UUID.nameUUIDFromBytes(("secret/" + id).getBytes(UTF_8));
  }
}
