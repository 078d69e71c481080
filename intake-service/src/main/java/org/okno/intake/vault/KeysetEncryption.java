package org.okno.intake.vault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.okno.intake.vault.VaultException.unless;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** Wraps with the keyset's AEAD key; the person's id is the associated data. */
@Singleton
final class KeysetEncryption implements KeyEncryption {
  private final Keyset keyset;

  KeysetEncryption(Keyset keyset) {
    this.keyset = keyset;
  }

  @Override
  public byte[] wrap(UUID personId, byte[] dataKey) {
    return unless(
        "a data key could not be wrapped",
        () -> keyset.wrapping().aead().encrypt(dataKey, associatedData(personId)));
  }

  @Override
  public byte[] unwrap(UUID personId, byte[] wrapped) {
    if (!keyset.wrapping().has(KeyId.of(wrapped))) {
      keyset.reload(); // another instance has added a key
    }
    return unless(
        "a data key could not be unwrapped: another keyset wrapped it",
        () -> keyset.wrapping().aead().decrypt(wrapped, associatedData(personId)));
  }

  @Override
  public void reload() {
    keyset.reload();
  }

  @Override
  public boolean addKey() {
    return keyset.addKey();
  }

  @Override
  public KeyId current() {
    return keyset.wrapping().primary();
  }

  @Override
  public List<KeyId> old() {
    return keyset.wrapping().old();
  }

  @Override
  public void destroyOld() {
    keyset.destroyOld();
  }

  private static byte[] associatedData(UUID personId) {
    return personId.toString().getBytes(UTF_8);
  }
}
