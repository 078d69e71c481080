package org.okno.intake.vault;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.okno.contracts.SealedBlock;
import org.okno.contracts.SealedData;
import org.okno.messaging.Json;

/** Opens what a request says about persons, as far as their keys still exist. */
@Singleton
public final class OpenSealed {
  private final WrappedKeys wrappedKeys;
  private final DataKeys dataKeys;

  OpenSealed(WrappedKeys wrappedKeys, DataKeys dataKeys) {
    this.wrappedKeys = wrappedKeys;
    this.dataKeys = dataKeys;
  }

  /** Finds the wrapped keys of persons; one that was destroyed is missing in the result. */
  @FunctionalInterface
  interface WrappedKeys {
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
        open(sealed.applicant(), keys, Seal.Part.APPLICANT.associatedData(requestId))
            .map(json -> Json.read(json, PersonalData.Applicant.class)),
        open(sealed.beneficiary(), keys, Seal.Part.BENEFICIARY.associatedData(requestId))
            .map(json -> Json.read(json, PersonalData.Beneficiary.class)),
        open(sealed.text(), keys, Seal.Part.TEXT.associatedData(requestId)));
  }

  /**
   * The texts of requests, by the ids of the requests; of which a key was destroyed is left out.
   *
   * @throws VaultException if a block was changed, or belongs to another request
   */
  public Map<UUID, String> texts(Map<UUID, SealedBlock> sealed) {
    Map<UUID, DataKey> keys =
        keys(
            sealed.values().stream()
                .flatMap(block -> block.keyIds().stream())
                .collect(Collectors.toSet()));
    Map<UUID, String> texts = new HashMap<>();
    sealed.forEach(
        (id, block) ->
            open(block, keys, Seal.Part.TEXT.associatedData(id))
                .ifPresent(text -> texts.put(id, text)));
    return texts;
  }

  /**
   * What a person said later; empty is erased.
   *
   * @param id of what the words belong to
   * @throws VaultException if the block was changed, or belongs to something else
   */
  public Optional<String> openWords(UUID id, SealedBlock words) {
    return open(words, keys(Set.copyOf(words.keyIds())), Seal.Part.WORDS.associatedData(id));
  }

  private Map<UUID, DataKey> keys(SealedData sealed) {
    Set<UUID> ids = new LinkedHashSet<>(sealed.text().keyIds());
    ids.addAll(sealed.applicant().keyIds());
    ids.addAll(sealed.beneficiary().keyIds());
    return keys(ids);
  }

  private Map<UUID, DataKey> keys(Set<UUID> ids) {
    Map<UUID, DataKey> keys = new HashMap<>();
    wrappedKeys.of(ids).forEach((id, wrapped) -> keys.put(id, dataKeys.unwrap(id, wrapped)));
    return keys;
  }

  private static Optional<String> open(
      SealedBlock block, Map<UUID, DataKey> keys, byte[] associatedData) {
    if (!keys.keySet().containsAll(block.keyIds())) {
      return Optional.empty();
    }
    List<DataKey> ordered =
        block.keyIds().stream().map(keys::get).map(Objects::requireNonNull).toList();
    return Optional.of(Seal.open(block, ordered, associatedData));
  }
}
