package org.okno.intake.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.okno.cloudevents.Json;
import org.okno.contracts.SealedBlock;
import org.okno.contracts.SealedData;

/**
 * Seals what a request says of persons. Each block is bound to its request and its part in it, so
 * that no block can be put in another's place.
 */
public final class Seal {
  private static final JsonMapper JSON = Json.mapper();

  private Seal() {}

  /** The parts of a request. */
  enum Part {
    APPLICANT,
    BENEFICIARY,
    TEXT;

    byte[] of(UUID requestId) {
      return (requestId + "/" + name()).getBytes(UTF_8);
    }
  }

  /** Seals each person's part with their key, and the text with the keys of both. */
  public static SealedData seal(
      UUID requestId, PersonalData data, DataKey applicant, DataKey beneficiary) {
    byte[] text = data.text().getBytes(UTF_8);
    return new SealedData(
        seal(List.of(applicant), json(data.applicant()), Part.APPLICANT.of(requestId)),
        seal(List.of(beneficiary), json(data.beneficiary()), Part.BENEFICIARY.of(requestId)),
        seal(
            applicant.personId().equals(beneficiary.personId())
                ? List.of(applicant)
                : List.of(applicant, beneficiary),
            text,
            Part.TEXT.of(requestId)));
  }

  /** Innermost is the last key. */
  private static SealedBlock seal(List<DataKey> keys, byte[] plain, byte[] place) {
    byte[] sealed = plain;
    for (DataKey key : keys.reversed()) {
      sealed = key.seal(sealed, place);
    }
    return new SealedBlock(
        keys.stream().map(DataKey::personId).toList(), Base64.getEncoder().encodeToString(sealed));
  }

  /** Opens a block with its keys, in the order of the block's key ids. */
  static byte[] open(SealedBlock block, List<DataKey> keys, byte[] place) {
    byte[] opened = Base64.getDecoder().decode(block.ciphertext());
    for (DataKey key : keys) {
      opened = key.open(opened, place);
    }
    return opened;
  }

  static <T> T read(byte[] opened, Class<T> part) {
    try {
      return JSON.readValue(opened, part);
    } catch (IOException e) {
      throw new VaultException("an opened block is not what was sealed", e);
    }
  }

  private static byte[] json(Object part) {
    try {
      return JSON.writeValueAsBytes(part);
    } catch (JsonProcessingException e) {
      throw new VaultException("a part has no JSON form", e);
    }
  }
}
