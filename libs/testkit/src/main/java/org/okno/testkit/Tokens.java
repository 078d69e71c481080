package org.okno.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.okno.engines.identity.LocalIssuer;

/**
 * Tokens for the service under test, of the issuer that {@link ServiceEngines} starts. Requests by
 * RestAssured have one by default ({@link ResponseValidation}).
 */
public final class Tokens {
  static final String PORT = "okno.test.issuer.port";
  static final String FOLDER = "okno.test.issuer.folder";

  private static final Duration LIFETIME = Duration.ofMinutes(30);

  /** Everything that is not bound to an agency, a territory or a channel. */
  private static final Set<String> SEE_ALL =
      Set.of(
          "operator",
          "dispatcher",
          "analyst",
          "statistician",
          "data-protection-officer",
          "administrator",
          "service");

  private final LocalIssuer issuer;

  /** Tokens of this issuer. */
  public Tokens(LocalIssuer issuer) {
    this.issuer = issuer;
  }

  /** Tokens for the tests that run now; empty where they have no issuer. */
  public static Optional<Tokens> current() {
    Config config = ConfigProvider.getConfig();
    return config
        .getOptionalValue(PORT, Integer.class)
        .map(port -> new LocalIssuer(port, Path.of(config.getValue(FOLDER, String.class))))
        .map(Tokens::new);
  }

  /** The issuer. */
  public LocalIssuer issuer() {
    return issuer;
  }

  /** A token of somebody who sees everything. */
  public String ofAll() {
    return issuer.token(SEE_ALL, Map.of("sub", "all"), LIFETIME);
  }

  /** A token of one role, with claims such as {@code agency}. */
  public String of(String role, Map<String, String> claims) {
    return issuer.token(Set.of(role), claims, LIFETIME);
  }

  /** A token of a specialist of an agency. */
  public String ofSpecialist(String agency) {
    return of("specialist", Map.of("sub", "specialist-of-" + agency, "agency", agency));
  }

  /** Tokens that every service must refuse, by what is wrong with them. */
  public Map<String, String> refused() {
    Set<String> roles = SEE_ALL;
    LocalIssuer impostor =
        new LocalIssuer(
            URI.create(issuer.url()).getPort(), newFolder()); // the same name, another key
    return Map.of(
        "not signed", unsigned("none", issuer.token(roles, Map.of(), LIFETIME)),
        "signed by a shared secret", unsigned("HS256", issuer.token(roles, Map.of(), LIFETIME)),
        "signed by another key", impostor.token(roles, Map.of(), LIFETIME),
        "expired", issuer.token(roles, Map.of(), Duration.ofMinutes(-1)),
        "not valid yet", issuer.token(roles, Map.of("nbf", inAnHour()), Duration.ofHours(2)),
        "of another issuer", issuer.token(roles, Map.of("iss", "http://127.0.0.1:1"), LIFETIME),
        "for another audience", issuer.token(roles, Map.of("aud", "other"), LIFETIME),
        "no token", "nonsense");
  }

  private static String unsigned(String algorithm, String token) {
    Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
    String header = base64.encodeToString(("{\"alg\":\"" + algorithm + "\"}").getBytes(UTF_8));
    String signature =
        algorithm.equals("none") ? "" : base64.encodeToString("guess".getBytes(UTF_8));
    return header + "." + token.split("\\.")[1] + "." + signature;
  }

  private static String inAnHour() {
    return String.valueOf(Instant.now().plus(Duration.ofHours(1)).getEpochSecond());
  }

  private static Path newFolder() {
    try {
      return Files.createTempDirectory("impostor-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
