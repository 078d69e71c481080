package org.okno.intake.vault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.okno.intake.vault.VaultException.unless;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Mac;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.mac.HmacParameters;
import com.google.crypto.tink.mac.MacConfig;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;

/**
 * The vault's own keys: {@code wrapping} (AES-256-GCM) wraps data keys, {@code index} (HMAC-SHA256,
 * 256 bits) makes blind indexes and the hashes of the access journal. Whoever loses them loses
 * every name and phone in Okno; whoever has them and the database reads all of it.
 *
 * <p>{@link RotateKeys} replaces {@code wrapping}. {@code index} cannot be replaced: persons and
 * repeated posts would not be found again, and the access journal could not be verified.
 */
@Singleton
public final class Keyset {
  private static final String WRAPPING = "wrapping";
  private static final String INDEX = "index";
  private static final JsonMapper JSON = new JsonMapper();

  private final Path file;
  private final Mac mac;
  private volatile WrappingKeys wrapping;

  /**
   * Reads the keyset file; creates one, readable by its owner only, where there is none yet.
   *
   * @throws VaultException if the file cannot be read or is no keyset; it is never overwritten
   */
  public Keyset(VaultSettings settings) {
    this.file = settings.keyset();
    JsonNode keysets = unless(failure(), () -> readOrCreate(file));
    this.wrapping = unless(failure(), () -> wrapping(keysets));
    this.mac = unless(failure(), () -> mac(keysets));
  }

  /** Wraps and unwraps data keys. */
  WrappingKeys wrapping() {
    return wrapping;
  }

  /** Computes keyed hashes. */
  Mac mac() {
    return mac;
  }

  /** Reads the file again: another instance may have changed it. */
  void reload() {
    wrapping = unless(failure(), () -> wrapping(JSON.readTree(file.toFile())));
  }

  /**
   * Adds a key that wraps from now on, unless the last one that was added has not replaced the
   * older ones yet. Callers exclude each other.
   *
   * @return whether one was added
   */
  boolean addKey() {
    reload();
    if (!wrapping.old().isEmpty()) {
      return false;
    }
    replace(unless(failure(), wrapping::withNewPrimary));
    return true;
  }

  /** Destroys all keys but the one that wraps. Callers exclude each other. */
  void destroyOld() {
    reload();
    if (!wrapping.old().isEmpty()) {
      replace(unless(failure(), wrapping::withoutOld));
    }
  }

  private void replace(WrappingKeys keys) {
    unless(
        failure(),
        () -> {
          ObjectNode keysets = (ObjectNode) JSON.readTree(file.toFile());
          keysets.set(WRAPPING, json(keys.keys()));
          Path temporary = writeTemporary(bytes(keysets));
          Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
          sync(folder());
          return file;
        });
    wrapping = keys;
  }

  private String failure() {
    return "the vault's keyset file cannot be used: " + file;
  }

  private JsonNode readOrCreate(Path path) throws IOException, GeneralSecurityException {
    AeadConfig.register();
    MacConfig.register();
    if (Files.notExists(path)) {
      create(path);
    }
    return JSON.readTree(path.toFile());
  }

  private void create(Path path) throws IOException, GeneralSecurityException {
    Files.createDirectories(folder());
    // Written to a temporary file and linked: a crash leaves no partial keyset, and of two
    // processes that start at the same time one wins and both read its file.
    Path temporary = writeTemporary(generate());
    try {
      Files.createLink(path, temporary);
    } catch (FileAlreadyExistsException e) {
      // The other process was first.
    } finally {
      Files.delete(temporary);
    }
    sync(folder());
  }

  /** On the disk when it returns: nothing may be wrapped by a key that a power cut takes away. */
  private Path writeTemporary(byte[] content) throws IOException {
    Path temporary =
        Files.createTempFile(
            folder(),
            "keyset",
            ".temporary",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.write(temporary, content);
    sync(temporary);
    return temporary;
  }

  private Path folder() {
    return requireNonNull(file.toAbsolutePath().getParent());
  }

  private static void sync(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private static byte[] generate() throws IOException, GeneralSecurityException {
    HmacParameters index =
        HmacParameters.builder()
            .setKeySizeBytes(32)
            .setTagSizeBytes(32)
            .setHashType(HmacParameters.HashType.SHA256)
            .setVariant(HmacParameters.Variant.NO_PREFIX)
            .build();
    ObjectNode keysets = JSON.createObjectNode();
    keysets.set(WRAPPING, json(KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM)));
    keysets.set(INDEX, json(KeysetHandle.generateNew(index)));
    return bytes(keysets);
  }

  private static byte[] bytes(JsonNode keysets) throws IOException {
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(keysets).getBytes(UTF_8);
  }

  private static JsonNode json(KeysetHandle keys) throws IOException, GeneralSecurityException {
    return JSON.readTree(
        TinkJsonProtoKeysetFormat.serializeKeyset(keys, InsecureSecretKeyAccess.get()));
  }

  private static WrappingKeys wrapping(JsonNode keysets) throws GeneralSecurityException {
    return WrappingKeys.of(keys(keysets.path(WRAPPING)));
  }

  private static Mac mac(JsonNode keysets) throws GeneralSecurityException {
    return keys(keysets.path(INDEX)).getPrimitive(RegistryConfiguration.get(), Mac.class);
  }

  private static KeysetHandle keys(JsonNode keyset) throws GeneralSecurityException {
    return TinkJsonProtoKeysetFormat.parseKeyset(keyset.toString(), InsecureSecretKeyAccess.get());
  }
}
