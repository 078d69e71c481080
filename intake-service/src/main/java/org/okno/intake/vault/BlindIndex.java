package org.okno.intake.vault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.okno.intake.vault.VaultException.unless;

import com.google.crypto.tink.Mac;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.text.Normalizer;
import java.util.Locale;

/**
 * Keyed hashes (HMAC-SHA256): equal values are found again without the value itself being stored,
 * and nobody without the key can try values out.
 */
@Singleton
public final class BlindIndex {
  private final Mac mac;

  public BlindIndex(Keyset keyset) {
    this.mac = keyset.mac();
  }

  /** Of a person: one phone is shared by a family, one name by a city, both by one person. */
  public Hash ofPerson(String phone, String name) {
    return of("person", phone, normalized(name));
  }

  /** Of a phone, for a caller's earlier requests. */
  public Hash ofPhone(String phone) {
    return of("phone", phone);
  }

  /** Of a request's id in its channel. */
  public Hash ofExternalId(String channel, String externalId) {
    return of("external-id", channel, externalId);
  }

  /** Of an {@code Idempotency-Key} in its channel: adapters do not agree on their keys. */
  public Hash ofIdempotencyKey(String channel, String key) {
    return of("idempotency-key", channel, key);
  }

  /** Of a questionnaire in its normalized form. */
  public Hash ofBody(byte[] normalized) {
    return compute(joined("body", normalized));
  }

  /** Of an entry of the access journal: whoever changes one by SQL cannot make its hash. */
  public Hash ofAccess(byte[] entry) {
    return compute(joined("access", entry));
  }

  private Hash of(String what, String... parts) {
    // No part can hold a NUL: two different lists never join to the same bytes.
    return compute(joined(what, String.join("\0", parts).getBytes(UTF_8)));
  }

  private static byte[] joined(String what, byte[] bytes) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream(what.length() + 1 + bytes.length);
    joined.writeBytes(what.getBytes(UTF_8));
    joined.write(0);
    joined.writeBytes(bytes);
    return joined.toByteArray();
  }

  private Hash compute(byte[] bytes) {
    return unless("a keyed hash could not be computed", () -> new Hash(mac.computeMac(bytes)));
  }

  /** One name however it was typed: letter case, spaces and ё do not matter. */
  private static String normalized(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replace('ё', 'е')
        .replaceAll("\\s+", " ");
  }
}
