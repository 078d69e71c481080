package org.okno.intake.vault;

import java.util.UUID;

/**
 * Wraps data keys with a key that never leaves its keeper. The local keyset is the default; a KMS
 * client replaces it by implementing this.
 */
interface KeyEncryption {
  /** The wrapped form of a person's data key; it can be unwrapped for this person only. */
  byte[] wrap(UUID personId, byte[] dataKey);

  /**
   * The data key.
   *
   * @throws VaultException if the bytes were not wrapped here for this person
   */
  byte[] unwrap(UUID personId, byte[] wrapped);
}
