package org.okno.intake.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.okno.contracts.SealedBlock;
import org.okno.contracts.SealedData;

/** Opens what a request says of persons, as far as their keys still exist. */
public final class OpenSealed {
  private final WrappedKeys wrappedKeys;
  private final DataKeys dataKeys;

  public OpenSealed(WrappedKeys wrappedKeys, DataKeys dataKeys) {
    this.wrappedKeys = wrappedKeys;
    this.dataKeys = dataKeys;
  }

  /** Finds the wrapped keys of persons; one that was destroyed is not in the answer. */
  @FunctionalInterface
  public interface WrappedKeys {
    Map<UUID, byte[]> of(Set<UUID> personIds);
  }

  /** The parts of a request; empty is erased. */
  public record Opened(
      Optional<PersonalData.Applicant> applicant,
      Optional<PersonalData.Beneficiary> beneficiary,
      Optional<String> text) {}

  /**
   * Opens every part whose keys all exist.
   *
   * @throws VaultException if a block was changed, or belongs to another request
   */
  public Opened open(UUID requestId, SealedData sealed) {
    Map<UUID, DataKey> keys = keys(sealed);
    return new Opened(
        open(sealed.applicant(), keys, Seal.Part.APPLICANT.of(requestId))
            .map(reading(PersonalData.Applicant.class)),
        open(sealed.beneficiary(), keys, Seal.Part.BENEFICIARY.of(requestId))
            .map(reading(PersonalData.Beneficiary.class)),
        open(sealed.text(), keys, Seal.Part.TEXT.of(requestId))
            .map(bytes -> new String(bytes, UTF_8)));
  }

  private Map<UUID, DataKey> keys(SealedData sealed) {
    Set<UUID> ids = new LinkedHashSet<>(sealed.text().keyIds());
    ids.addAll(sealed.applicant().keyIds());
    ids.addAll(sealed.beneficiary().keyIds());
    Map<UUID, DataKey> keys = new HashMap<>();
    wrappedKeys.of(ids).forEach((id, wrapped) -> keys.put(id, dataKeys.unwrap(id, wrapped)));
    return keys;
  }

  private static Optional<byte[]> open(SealedBlock block, Map<UUID, DataKey> keys, byte[] place) {
    if (!keys.keySet().containsAll(block.keyIds())) {
      return Optional.empty();
    }
    List<DataKey> inOrder =
        block.keyIds().stream().flatMap(id -> Optional.ofNullable(keys.get(id)).stream()).toList();
    return Optional.of(Seal.open(block, inOrder, place));
  }

  private static <T> Function<byte[], T> reading(Class<T> part) {
    return bytes -> Seal.read(bytes, part);
  }
}
