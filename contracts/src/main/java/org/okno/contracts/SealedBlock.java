package org.okno.contracts;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.UUID;

/**
 * An AEAD ciphertext and the keys that open it.
 *
 * @param keyIds ids of the data keys, outermost first; a data key has the id of its person
 * @param ciphertext base64 (RFC 4648, section 4)
 */
public record SealedBlock(List<UUID> keyIds, String ciphertext) {
  public SealedBlock {
    keyIds = List.copyOf(requireNonNull(keyIds, "keyIds"));
    requireNonNull(ciphertext, "ciphertext");
  }
}
