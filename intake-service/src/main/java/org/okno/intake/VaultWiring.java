package org.okno.intake;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.okno.intake.database.Transactions;
import org.okno.intake.vault.AeadKeyEncryption;
import org.okno.intake.vault.BlindIndex;
import org.okno.intake.vault.DataKeys;
import org.okno.intake.vault.ErasePerson;
import org.okno.intake.vault.KeyEncryption;
import org.okno.intake.vault.Keyset;
import org.okno.intake.vault.OpenSealed;
import org.okno.intake.vault.Persons;
import org.okno.intake.vault.StoredKeys;
import org.okno.intake.vault.VaultSettings;
import org.okno.journal.Journal;

/** Puts the vault together. A KMS takes the place of the file in {@link #keyEncryption}. */
@Singleton
public final class VaultWiring {
  private final VaultSettings settings;

  public VaultWiring(VaultSettings settings) {
    this.settings = settings;
  }

  @Produces
  @Singleton
  Keyset keyset() {
    return Keyset.in(settings.keyset());
  }

  @Produces
  @Singleton
  KeyEncryption keyEncryption(Keyset keyset) {
    return new AeadKeyEncryption(keyset.aead());
  }

  @Produces
  @Singleton
  BlindIndex blindIndex(Keyset keyset) {
    return new BlindIndex(keyset.mac());
  }

  @Produces
  @Singleton
  DataKeys dataKeys(KeyEncryption keyEncryption) {
    return new DataKeys(keyEncryption, settings.rememberedKeys());
  }

  @Produces
  @Singleton
  Persons persons(BlindIndex blindIndex, DataKeys dataKeys) {
    return new Persons(blindIndex, dataKeys);
  }

  @Produces
  @Singleton
  OpenSealed openSealed(Transactions transactions, DataKeys dataKeys) {
    return new OpenSealed(new StoredKeys(transactions), dataKeys);
  }

  @Produces
  @Singleton
  ErasePerson erasePerson(
      Transactions transactions, Journal journal, DataKeys dataKeys, Clock clock) {
    return new ErasePerson(transactions, journal, dataKeys, clock);
  }
}
