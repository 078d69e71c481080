package org.okno.intake.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.okno.contracts.SealedBlock;
import org.okno.contracts.SealedData;
import org.okno.messaging.Json;

/**
 * Seals what a request says about persons. Request id and part are the associated data of each
 * block, so that no block can replace another.
 */
public final class Seal {
  private Seal() {}

  /** The parts of a request. */
  enum Part {
    APPLICANT,
    BENEFICIARY,
    TEXT,
    /** What the person says later, under an id of its own. */
    WORDS;

    byte[] associatedData(UUID id) {
      return (id + "/" + name()).getBytes(UTF_8);
    }
  }

  /** Seals each person's part with their key, and the text with the keys of both. */
  public static SealedData seal(
      UUID requestId, PersonalData data, DataKey applicant, DataKey beneficiary) {
    boolean samePerson = applicant.personId().equals(beneficiary.personId());
    return new SealedData(
        seal(
            List.of(applicant),
            Json.write(data.applicant()),
            Part.APPLICANT.associatedData(requestId)),
        seal(
            List.of(beneficiary),
            Json.write(data.beneficiary()),
            Part.BENEFICIARY.associatedData(requestId)),
        seal(
            samePerson ? List.of(applicant) : List.of(applicant, beneficiary),
            data.text(),
            Part.TEXT.associatedData(requestId)));
  }

  /** Seals what a person says later. */
  static SealedBlock words(UUID id, DataKey key, String words) {
    return seal(List.of(key), words, Part.WORDS.associatedData(id));
  }

  /** The last key is innermost. */
  private static SealedBlock seal(List<DataKey> keys, String plain, byte[] associatedData) {
    byte[] sealed = plain.getBytes(UTF_8);
    for (DataKey key : keys.reversed()) {
      sealed = key.seal(sealed, associatedData);
    }
    return new SealedBlock(
        keys.stream().map(DataKey::personId).toList(), Base64.getEncoder().encodeToString(sealed));
  }

  /** Opens a block with its keys, in the order of the block's key ids. */
  static String open(SealedBlock block, List<DataKey> keys, byte[] associatedData) {
    byte[] opened = Base64.getDecoder().decode(block.ciphertext());
    for (DataKey key : keys) {
      opened = key.open(opened, associatedData);
    }
    return new String(opened, UTF_8);
  }
}
