package org.okno.intake.vault;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.okno.contracts.SealedBlock;
import org.okno.contracts.SealedData;

class VaultTest {
  private static final UUID REQUEST = new UUID(1, 1);
  private static final PersonalData DATA =
      new PersonalData(
          new PersonalData.Applicant("Анна", "+79000000001", null, null),
          new PersonalData.Beneficiary("Пётр", null, null, "ул. Примерная, 1", null),
          "Нужна помощь.");

  private final FakeKms kms = new FakeKms();
  private final DataKeys dataKeys = new DataKeys(kms, new Settings(Path.of("unused")));
  private final Map<UUID, byte[]> stored = new HashMap<>();
  private final OpenSealed openSealed =
      new OpenSealed(
          ids ->
              stored.entrySet().stream()
                  .filter(key -> ids.contains(key.getKey()))
                  .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
          dataKeys);
  private final DataKey applicant = person(new UUID(2, 1));
  private final DataKey beneficiary = person(new UUID(2, 2));

  @Test
  void shouldOpenWhatItSealed() {
    var opened = openSealed.open(REQUEST, Seal.seal(REQUEST, DATA, applicant, beneficiary));

    assertThat(opened.applicant()).contains(DATA.applicant());
    assertThat(opened.beneficiary()).contains(DATA.beneficiary());
    assertThat(opened.text()).contains(DATA.text());
  }

  @Test
  void shouldSealTheTextWithTheKeysOfBoth() {
    SealedData sealedData = Seal.seal(REQUEST, DATA, applicant, beneficiary);

    assertThat(sealedData.text().keyIds())
        .containsExactly(applicant.personId(), beneficiary.personId());
    assertThat(Seal.seal(REQUEST, DATA, applicant, applicant).text().keyIds())
        .containsExactly(applicant.personId());
  }

  @Test
  void shouldNotOpenWhatAnErasedPersonsKeySealed() {
    SealedData sealedData = Seal.seal(REQUEST, DATA, applicant, beneficiary);
    openSealed.open(REQUEST, sealedData);

    // As another instance erases: this one still has the key in its cache.
    stored.remove(beneficiary.personId());
    var opened = openSealed.open(REQUEST, sealedData);

    assertThat(opened.applicant()).contains(DATA.applicant());
    assertThat(opened.beneficiary()).isEqualTo(Optional.empty());
    assertThat(opened.text()).isEqualTo(Optional.empty());
  }

  @Test
  void shouldNotOpenABlockThatReplacesAnother() {
    SealedData sealedData = Seal.seal(REQUEST, DATA, applicant, applicant);
    SealedData swapped =
        new SealedData(sealedData.beneficiary(), sealedData.applicant(), sealedData.text());

    assertThatThrownBy(() -> openSealed.open(new UUID(1, 2), sealedData))
        .isInstanceOf(VaultException.class);
    assertThatThrownBy(() -> openSealed.open(REQUEST, swapped)).isInstanceOf(VaultException.class);
  }

  @Test
  void shouldNotOpenWithAnothersKey() {
    SealedBlock block = Seal.seal(REQUEST, DATA, applicant, beneficiary).applicant();
    SealedBlock claimed = new SealedBlock(List.of(beneficiary.personId()), block.ciphertext());

    assertThatThrownBy(() -> openSealed.open(REQUEST, new SealedData(claimed, claimed, claimed)))
        .isInstanceOf(VaultException.class);
  }

  @Test
  void shouldUnwrapACachedKeyOnce() {
    SealedData sealedData = Seal.seal(REQUEST, DATA, applicant, beneficiary);

    openSealed.open(REQUEST, sealedData);
    openSealed.open(REQUEST, sealedData);
    assertThat(kms.unwrapped).hasSize(2);

    dataKeys.forget(applicant.personId());
    openSealed.open(REQUEST, sealedData);
    assertThat(kms.unwrapped).hasSize(3);
  }

  /** Another instance may have destroyed it meanwhile. */
  @Test
  void shouldKeepAnUnwrappedKeyForASetTimeOnly() {
    DataKeys forgetful = new DataKeys(kms, new Settings(Path.of("unused"), 2, Duration.ofNanos(1)));
    byte[] wrapped = requireNonNull(stored.get(applicant.personId()));

    forgetful.unwrap(applicant.personId(), wrapped);
    forgetful.unwrap(applicant.personId(), wrapped);

    assertThat(kms.unwrapped).hasSize(2);
  }

  @Test
  void shouldRecognizeAPersonHoweverTheNameIsTyped(@TempDir Path folder) {
    BlindIndex index = new BlindIndex(keyset(folder.resolve("a.json")));

    assertThat(index.ofPerson("+79000000001", "Пётр  ПРИМЕРОВ"))
        .isEqualTo(index.ofPerson("+79000000001", "Петр Примеров"))
        .isNotEqualTo(index.ofPerson("+79000000002", "Петр Примеров"))
        .isNotEqualTo(
            new BlindIndex(keyset(folder.resolve("b.json")))
                .ofPerson("+79000000001", "Петр Примеров"));
  }

  @Test
  void shouldCreateItsKeysetOnceForItsOwnerOnly(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("new/keyset.json");
    Keyset created = keyset(file);
    byte[] wrapped = new KeysetEncryption(created).wrap(REQUEST, new byte[32]);
    Keyset read = keyset(file);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(new KeysetEncryption(read).unwrap(REQUEST, wrapped)).isEqualTo(new byte[32]);
    assertThat(new BlindIndex(read).ofPhone("1")).isEqualTo(new BlindIndex(created).ofPhone("1"));
    assertThatThrownBy(() -> new KeysetEncryption(read).unwrap(new UUID(0, 0), wrapped))
        .isInstanceOf(VaultException.class);
  }

  @Test
  void shouldNeverReplaceAKeysetItCannotRead(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("keyset.json"), "{}");

    assertThatThrownBy(() -> keyset(file)).isInstanceOf(VaultException.class);
    assertThat(file).hasContent("{}");
  }

  @Test
  void shouldUnwrapWhatAnotherInstanceWrappedWithAKeyThatItAdded(@TempDir Path folder) {
    Path file = folder.resolve("keyset.json");
    Keyset one = keyset(file);
    Keyset other = keyset(file);
    byte[] before = new KeysetEncryption(other).wrap(REQUEST, new byte[32]);

    assertThat(one.addKey()).isTrue();
    byte[] after = new KeysetEncryption(one).wrap(REQUEST, new byte[32]);

    assertThat(KeyId.of(after)).isEqualTo(one.wrapping().primary()).isNotEqualTo(KeyId.of(before));
    assertThat(new KeysetEncryption(other).unwrap(REQUEST, after)).isEqualTo(new byte[32]);
    assertThat(new KeysetEncryption(one).unwrap(REQUEST, before)).isEqualTo(new byte[32]);
  }

  @Test
  void shouldNotAddAKeyWhileARotationIsNotComplete(@TempDir Path folder) {
    Path file = folder.resolve("keyset.json");
    Keyset keyset = keyset(file);
    keyset.addKey();
    KeyId added = keyset.wrapping().primary();

    assertThat(keyset(file).addKey()).isFalse();
    assertThat(keyset(file).wrapping().primary()).isEqualTo(added);
  }

  @Test
  void shouldNotUnwrapWhatADestroyedKeyWrapped(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("keyset.json");
    Keyset keyset = keyset(file);
    byte[] wrapped = new KeysetEncryption(keyset).wrap(REQUEST, new byte[32]);
    Hash phone = new BlindIndex(keyset).ofPhone("1");

    keyset.addKey();
    keyset.destroyOld();

    assertThat(keyset(file).wrapping().old()).isEmpty();
    assertThatThrownBy(() -> new KeysetEncryption(keyset).unwrap(REQUEST, wrapped))
        .isInstanceOf(VaultException.class);
    assertThat(new BlindIndex(keyset(file)).ofPhone("1")).isEqualTo(phone);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  private static Keyset keyset(Path file) {
    return new Keyset(new Settings(file));
  }

  private DataKey person(UUID id) {
    DataKeys.Generated made = dataKeys.generate(id);
    stored.put(id, made.wrapped());
    return made.key();
  }

  private record Settings(Path keyset, int cachedDataKeys, Duration cacheDataKeysFor)
      implements VaultSettings {
    Settings(Path keyset) {
      this(keyset, 2, Duration.ofMinutes(5));
    }
  }

  /** Wraps nothing; records what it was asked to unwrap. */
  private static final class FakeKms implements KeyEncryption {
    private final List<UUID> unwrapped = new ArrayList<>();
    private final Set<UUID> known = new java.util.HashSet<>();

    @Override
    public byte[] wrap(UUID personId, byte[] dataKey) {
      known.add(personId);
      return dataKey.clone();
    }

    @Override
    public byte[] unwrap(UUID personId, byte[] wrapped) {
      assertThat(known).contains(personId);
      unwrapped.add(personId);
      return wrapped.clone();
    }

    @Override
    public void reload() {}

    @Override
    public boolean addKey() {
      return false;
    }

    @Override
    public KeyId current() {
      return KeyId.ofNumber(1);
    }

    @Override
    public List<KeyId> old() {
      return List.of();
    }

    @Override
    public void destroyOld() {}
  }
}
