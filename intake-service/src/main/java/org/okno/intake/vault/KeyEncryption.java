package org.okno.intake.vault;

import java.util.List;
import java.util.UUID;

/**
 * Wraps data keys, and replaces the key that does. The local keyset implements it. A KMS can take
 * wrapping and unwrapping; a rotation needs the key's id in front of what it wrapped, as Tink
 * writes it.
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

  /** Learns which key wraps now, where another instance rotated it. */
  void reload();

  /**
   * Adds a key that wraps from now on; where a rotation was not completed it continues, and none is
   * added.
   *
   * @return whether one was added
   */
  boolean addKey();

  /** The key that wraps now. */
  KeyId current();

  /** Keys that unwrap only. */
  List<KeyId> old();

  /** Destroys the keys that unwrap only: what they wrapped can never be unwrapped again. */
  void destroyOld();
}
