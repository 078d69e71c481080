package org.okno.engines.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.regex.Pattern;
import org.okno.engines.EngineException;
import org.okno.engines.NewSecret;
import org.okno.engines.OwnerOnlyFile;

/**
 * The secrets of machines, one file each; a machine without a file is unknown.
 *
 * @param folder of the files
 */
record ClientSecrets(Path folder) {

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,63}");

  /** The secret of a client; a new one for a new client. */
  String of(String client) {
    if (!NAME.matcher(client).matches()) {
      throw new EngineException("No name of a client: a-z, 0-9 and -, at most 64 characters");
    }
    if (!Files.exists(file(client))) {
      OwnerOnlyFile.write(file(client), NewSecret.random());
    }
    return read(client);
  }

  boolean matches(String client, String secret) {
    return NAME.matcher(client).matches()
        && Files.exists(file(client))
        && MessageDigest.isEqual(read(client).getBytes(UTF_8), secret.getBytes(UTF_8));
  }

  private Path file(String client) {
    return folder.resolve("client-" + client + ".secret");
  }

  private String read(String client) {
    try {
      return Files.readString(file(client));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
