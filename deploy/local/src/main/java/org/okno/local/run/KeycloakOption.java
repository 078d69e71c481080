package org.okno.local.run;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.okno.engines.EngineException;
import org.okno.engines.Home;
import org.okno.engines.stack.Settings;
import picocli.CommandLine.Option;

/** Selects a real Keycloak as the issuer of a new stack. */
final class KeycloakOption {

  @Option(
      names = "--keycloak",
      description =
          "Issues tokens by a real Keycloak with the realm of deploy/keycloak, downloaded at first use. The data folder keeps it.")
  private boolean keycloak;

  /** Makes the stack one with a Keycloak, where that is wanted. */
  void prepare(Settings settings) throws IOException, InterruptedException {
    if (!keycloak) {
      return;
    }
    if (Files.exists(settings.identity()) && !Files.exists(settings.keycloak())) {
      throw new EngineException(
          "The stack of %s has an issuer of its own. Choose another folder with --data."
              .formatted(settings.data()));
    }
    if (!settings.home().hasKeycloak()) {
      unpack(settings.home());
    }
    Files.createDirectories(settings.keycloak());
  }

  private static void unpack(Home home) throws IOException, InterruptedException {
    List<String> words =
        List.of(
            home.root().resolve("mvnw").toString(),
            "-q",
            "-pl",
            "deploy/engines",
            "dependency:unpack@keycloak");
    ProcessBuilder maven = new ProcessBuilder(words).directory(home.root().toFile()).inheritIO();
    maven.environment().put("JAVA_HOME", System.getProperty("java.home"));
    if (maven.start().waitFor() != 0) {
      throw new EngineException("Keycloak could not be downloaded; the reasons stand above.");
    }
  }
}
