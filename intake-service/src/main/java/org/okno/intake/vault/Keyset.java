package org.okno.intake.vault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.okno.intake.vault.VaultException.unless;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Mac;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.mac.HmacParameters;
import com.google.crypto.tink.mac.MacConfig;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;

/**
 * The vault's own keys: one that wraps data keys, one for blind indexes. Whoever loses them loses
 * every name and phone in Okno; whoever has them and the database reads all of it.
 *
 * @param wrapping AES-256-GCM; can be rotated with Tink's tools, old keys stay in the keyset
 * @param index HMAC-SHA256, 256 bits; not rotated: persons would not be found again
 */
public record Keyset(KeysetHandle wrapping, KeysetHandle index) {
  private static final JsonMapper JSON = new JsonMapper();

  /** A new keyset. */
  public static Keyset generate() {
    return unless("the vault's keys could not be generated", Keyset::newKeys);
  }

  /**
   * The keyset in a file; a new one, readable by its owner only, where there is no file yet.
   *
   * @throws VaultException if the file cannot be read or is no keyset; it is never overwritten
   */
  public static Keyset in(Path file) {
    return unless("the vault's keyset file cannot be used: " + file, () -> read(file));
  }

  /** Wraps and unwraps data keys. */
  Aead aead() {
    return unless(
        "the wrapping key is no AEAD key",
        () -> wrapping.getPrimitive(RegistryConfiguration.get(), Aead.class));
  }

  /** Computes keyed hashes. */
  Mac mac() {
    return unless(
        "the index key is no MAC key",
        () -> index.getPrimitive(RegistryConfiguration.get(), Mac.class));
  }

  private static Keyset newKeys() throws GeneralSecurityException {
    register();
    HmacParameters index =
        HmacParameters.builder()
            .setKeySizeBytes(32)
            .setTagSizeBytes(32)
            .setHashType(HmacParameters.HashType.SHA256)
            .setVariant(HmacParameters.Variant.NO_PREFIX)
            .build();
    return new Keyset(
        KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM),
        KeysetHandle.generateNew(index));
  }

  private static Keyset read(Path file) throws IOException, GeneralSecurityException {
    if (Files.notExists(file)) {
      create(file);
    }
    register();
    JsonNode keysets = JSON.readTree(file.toFile());
    return new Keyset(handle(keysets.path("wrapping")), handle(keysets.path("index")));
  }

  private static void create(Path file) throws IOException, GeneralSecurityException {
    Path folder = file.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    // Written to a temporary file and linked: a crash leaves no partial keyset, and of two
    // processes
    // that start at the same time one wins and both read its file.
    Path temporary =
        Files.createTempFile(
            folder,
            "keyset",
            ".temporary",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try {
      Files.write(temporary, newKeys().json());
      Files.createLink(file, temporary);
    } catch (FileAlreadyExistsException e) {
      // The other process was first.
    } finally {
      Files.delete(temporary);
    }
  }

  private byte[] json() throws IOException, GeneralSecurityException {
    ObjectNode keysets = JSON.createObjectNode();
    keysets.set("wrapping", tree(wrapping));
    keysets.set("index", tree(index));
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(keysets).getBytes(UTF_8);
  }

  private static JsonNode tree(KeysetHandle handle) throws IOException, GeneralSecurityException {
    return JSON.readTree(
        TinkJsonProtoKeysetFormat.serializeKeyset(handle, InsecureSecretKeyAccess.get()));
  }

  private static KeysetHandle handle(JsonNode tree) throws GeneralSecurityException {
    return TinkJsonProtoKeysetFormat.parseKeyset(tree.toString(), InsecureSecretKeyAccess.get());
  }

  private static void register() throws GeneralSecurityException {
    AeadConfig.register();
    MacConfig.register();
  }
}
