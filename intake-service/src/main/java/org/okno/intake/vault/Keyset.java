package org.okno.intake.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

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
    try {
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
    } catch (GeneralSecurityException e) {
      throw new VaultException("the vault's keys could not be made", e);
    }
  }

  /**
   * The keyset in a file; a new one, readable by its owner only, where there is no file yet.
   *
   * @throws VaultException if the file cannot be read or is no keyset; it is never overwritten
   */
  public static Keyset in(Path file) {
    try {
      if (Files.notExists(file)) {
        create(file);
      }
      register();
      JsonNode read = JSON.readTree(file.toFile());
      return new Keyset(handle(read.path("wrapping")), handle(read.path("index")));
    } catch (IOException | GeneralSecurityException e) {
      throw new VaultException("the vault's keyset file cannot be used: " + file, e);
    }
  }

  /** Wraps and unwraps data keys. */
  public Aead aead() {
    try {
      return wrapping.getPrimitive(RegistryConfiguration.get(), Aead.class);
    } catch (GeneralSecurityException e) {
      throw new VaultException("the wrapping key is no AEAD key", e);
    }
  }

  /** Computes keyed hashes. */
  public Mac mac() {
    try {
      return index.getPrimitive(RegistryConfiguration.get(), Mac.class);
    } catch (GeneralSecurityException e) {
      throw new VaultException("the index key is no MAC key", e);
    }
  }

  private static void create(Path file) throws IOException, GeneralSecurityException {
    Path folder = file.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    // Written aside and linked into place: a crash leaves no half a keyset, and of two processes
    // that start at once one wins and both read its file.
    Path unfinished =
        Files.createTempFile(
            folder,
            "keyset",
            ".unfinished",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try {
      Files.write(unfinished, generate().json());
      Files.createLink(file, unfinished);
    } catch (FileAlreadyExistsException e) {
      // The other process was first.
    } finally {
      Files.delete(unfinished);
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
