package org.okno.intake.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The keys that wrap data keys: the primary one wraps, the others unwrap only.
 *
 * @param aead of all of them
 */
record WrappingKeys(KeysetHandle keys, Aead aead) {
  static WrappingKeys of(KeysetHandle keys) throws GeneralSecurityException {
    return new WrappingKeys(keys, keys.getPrimitive(RegistryConfiguration.get(), Aead.class));
  }

  /** The key that wraps. */
  KeyId primary() {
    return KeyId.ofNumber(keys.getPrimary().getId());
  }

  /** The keys that unwrap only. */
  List<KeyId> old() {
    return ids().stream().filter(id -> !id.equals(primary())).toList();
  }

  boolean has(KeyId id) {
    return ids().contains(id);
  }

  private List<KeyId> ids() {
    return IntStream.range(0, keys.size())
        .mapToObj(position -> KeyId.ofNumber(keys.getAt(position).getId()))
        .toList();
  }

  /** The same keys and a new one that wraps. */
  WrappingKeys withNewPrimary() throws GeneralSecurityException {
    return of(
        KeysetHandle.newBuilder(keys)
            .addEntry(
                KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                    .withRandomId()
                    .makePrimary())
            .build());
  }

  /** Only the key that wraps. */
  WrappingKeys withoutOld() throws GeneralSecurityException {
    KeysetHandle.Builder builder = KeysetHandle.newBuilder(keys);
    for (int position = builder.size() - 1; position >= 0; position--) {
      if (!builder.getAt(position).isPrimary()) {
        builder.deleteAt(position);
      }
    }
    return of(builder.build());
  }
}
