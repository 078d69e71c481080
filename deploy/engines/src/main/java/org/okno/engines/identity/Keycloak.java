package org.okno.engines.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import org.okno.engines.Engine;
import org.okno.engines.Home;
import org.okno.engines.process.Command;
import org.okno.engines.process.Signal;

/**
 * A real Keycloak on 127.0.0.1 with the realm of {@code deploy/keycloak}, in development mode. Its
 * first start takes over a minute, later ones a third of that.
 */
public final class Keycloak extends Engine {

  /** The administrator of its first start. */
  public static final String ADMINISTRATOR = "admin";

  private static final Duration START_TIMEOUT = Duration.ofMinutes(10);

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
  private final Home home;
  private final Path data;
  private final int port;
  private final String password;

  /**
   * @param data folder of its database
   * @param port of 127.0.0.1
   * @param password of {@link #ADMINISTRATOR}; without effect after the first start
   */
  public Keycloak(Home home, Path data, int port, String password, Path log) {
    super("keycloak", log, Signal.TERMINATE);
    this.home = home;
    this.data = data.toAbsolutePath();
    this.port = port;
    this.password = password;
  }

  @Override
  public void start() {
    Path distribution = home.keycloak();
    importRealm(distribution);
    Command command =
        Command.of(
            "bash",
            distribution.resolve("bin/kc.sh").toString(),
            "start-dev",
            "--import-realm",
            "--http-host=127.0.0.1",
            "--http-port=" + port,
            "--db-url=jdbc:h2:file:" + data.resolve("keycloak") + ";NON_KEYWORDS=VALUE");
    Map<String, String> environment =
        Map.of(
            "JAVA_HOME",
            System.getProperty("java.home"),
            "JAVA_OPTS_KC_HEAP",
            "-Xms64m -Xmx512m",
            "KC_BOOTSTRAP_ADMIN_USERNAME",
            ADMINISTRATOR,
            "KC_BOOTSTRAP_ADMIN_PASSWORD",
            password);
    child().start(command, environment, START_TIMEOUT, this::isReady);
  }

  /** Keycloak imports what is in this folder, unless it has the realm. */
  private void importRealm(Path distribution) {
    try {
      Files.createDirectories(data);
      Path folder = Files.createDirectories(distribution.resolve("data/import"));
      Path realm = home.realm();
      Files.copy(realm, folder.resolve(realm.getFileName()), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot prepare the import of the realm", e);
    }
  }

  @Override
  public boolean isReady() {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(issuer() + "/.well-known/openid-configuration"))
            .timeout(Duration.ofSeconds(5))
            .build();
    try {
      return child().isAlive() && http.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Its address. */
  public URI url() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** The issuer of the realm's tokens. */
  public String issuer() {
    return url() + "/realms/okno";
  }
}
