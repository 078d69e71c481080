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
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.mac.HmacParameters;
import com.google.crypto.tink.mac.MacConfig;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;

/**
 * The vault's own keys: {@code wrapping} (AES-256-GCM) wraps data keys, {@code index} (HMAC-SHA256,
 * 256 bits) makes blind indexes. Whoever loses them loses every name and phone in Okno; whoever has
 * them and the database reads all of it.
 *
 * <p>Tink's tools can rotate {@code wrapping}, old keys stay in the keyset. {@code index} cannot be
 * rotated: persons would not be found again.
 */
@Singleton
public final class Keyset {
  private static final JsonMapper JSON = new JsonMapper();

  private final Aead aead;
  private final Mac mac;

  /**
   * Reads the keyset file; creates one, readable by its owner only, where there is none yet.
   *
   * @throws VaultException if the file cannot be read or is no keyset; it is never overwritten
   */
  public Keyset(VaultSettings settings) {
    Path file = settings.keyset();
    String failure = "the vault's keyset file cannot be used: " + file;
    JsonNode keysets = unless(failure, () -> read(file));
    this.aead = unless(failure, () -> primitive(keysets.path("wrapping"), Aead.class));
    this.mac = unless(failure, () -> primitive(keysets.path("index"), Mac.class));
  }

  /** Wraps and unwraps data keys. */
  Aead aead() {
    return aead;
  }

  /** Computes keyed hashes. */
  Mac mac() {
    return mac;
  }

  private static JsonNode read(Path file) throws IOException, GeneralSecurityException {
    AeadConfig.register();
    MacConfig.register();
    if (Files.notExists(file)) {
      create(file);
    }
    return JSON.readTree(file.toFile());
  }

  private static void create(Path file) throws IOException, GeneralSecurityException {
    Path folder = file.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    // Written to a temporary file and linked: a crash leaves no partial keyset, and of two
    // processes that start at the same time one wins and both read its file.
    Path temporary =
        Files.createTempFile(
            folder,
            "keyset",
            ".temporary",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try {
      Files.write(temporary, generate());
      Files.createLink(file, temporary);
    } catch (FileAlreadyExistsException e) {
      // The other process was first.
    } finally {
      Files.delete(temporary);
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
    keysets.set("wrapping", generate(PredefinedAeadParameters.AES256_GCM));
    keysets.set("index", generate(index));
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(keysets).getBytes(UTF_8);
  }

  private static JsonNode generate(Parameters parameters)
      throws IOException, GeneralSecurityException {
    return JSON.readTree(
        TinkJsonProtoKeysetFormat.serializeKeyset(
            KeysetHandle.generateNew(parameters), InsecureSecretKeyAccess.get()));
  }

  private static <T> T primitive(JsonNode keyset, Class<T> type) throws GeneralSecurityException {
    return TinkJsonProtoKeysetFormat.parseKeyset(keyset.toString(), InsecureSecretKeyAccess.get())
        .getPrimitive(RegistryConfiguration.get(), type);
  }
}
