package org.okno.engines.connect;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.util.Base64;
import org.okno.engines.OwnerOnlyFile;

/**
 * The only user of Connect's REST interface: the stack itself. Whoever may use it can read every
 * journal.
 */
record RestCredentials(String password) {

  private static final String USER = "stack";

  /** The value of the header {@code Authorization}. */
  String header() {
    String credentials = USER + ":" + password;
    return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(UTF_8));
  }

  /**
   * Writes what Connect checks passwords by.
   *
   * @return the JAAS file
   */
  Path write(Path folder) {
    Path users = folder.resolve("users.properties");
    Path jaas = folder.resolve("login.conf");
    OwnerOnlyFile.write(users, "%s=%s%n".formatted(USER, password));
    OwnerOnlyFile.write(
        jaas,
        """
        KafkaConnect {
          org.apache.kafka.connect.rest.basic.auth.extension.PropertyFileLoginModule required
          file="%s";
        };
        """
            .formatted(users));
    return jaas;
  }
}
