package org.okno.intake.vault;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Reads the vault's own keys once, at start. */
final class KeysetProducer {
  private KeysetProducer() {}

  @Produces
  @Singleton
  static Keyset keyset(VaultSettings settings) {
    return Keyset.in(settings.keyset());
  }
}
