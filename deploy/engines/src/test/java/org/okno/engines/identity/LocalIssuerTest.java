package org.okno.engines.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.okno.engines.stack.Ports;

class LocalIssuerTest {

  @TempDir Path folder;

  private final int port = Ports.random().issuer();
  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void shouldIssueWhatItsPublishedKeyVerifies() throws Exception {
    try (LocalIssuer issuer = started()) {
      String token =
          issuer.token(Set.of("operator"), Map.of("agency", "a-1"), Duration.ofMinutes(1));

      JwtClaims claims = verified(token);

      assertThat(claims.getStringListClaimValue("roles")).containsExactly("operator");
      assertThat(claims.getStringClaimValue("agency")).isEqualTo("a-1");
    }
  }

  @Test
  void shouldKeepItsKeyAndIssueWithoutServing() throws Exception {
    String token =
        new LocalIssuer(port, folder).token(Set.of("analyst"), Map.of(), Duration.ofMinutes(1));

    try (LocalIssuer issuer = started()) {
      assertThat(issuer.url()).isEqualTo("http://127.0.0.1:" + port);
      assertThat(verified(token).getAudience()).containsExactly(LocalIssuer.AUDIENCE);
    }
  }

  @Test
  void shouldGiveAMachineATokenForItsSecretOnly() throws Exception {
    try (LocalIssuer issuer = started()) {
      String secret = issuer.clientSecret("analytics");

      HttpResponse<String> given = askFor("analytics", secret);

      JwtClaims claims =
          verified(new JsonMapper().readTree(given.body()).path("access_token").asText());
      assertThat(claims.getSubject()).isEqualTo("analytics");
      assertThat(claims.getStringListClaimValue("roles")).containsExactly("service");
      assertThat(askFor("analytics", "guess").statusCode()).isEqualTo(401);
      assertThat(askFor("../signing-key", "").statusCode()).isEqualTo(401);
      assertThat(askFor("unknown", secret).statusCode()).isEqualTo(401);
    }
  }

  @Test
  void shouldLetOnlyItsOwnerReadItsFiles() throws IOException {
    new LocalIssuer(port, folder).clientSecret("analytics");

    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.toList())
          .hasSize(2)
          .allSatisfy(
              file ->
                  assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                      .isEqualTo("rw-------"));
    }
  }

  private LocalIssuer started() {
    LocalIssuer issuer = new LocalIssuer(port, folder);
    issuer.start();
    return issuer;
  }

  private JwtClaims verified(String token) throws Exception {
    JsonNode discovery =
        new JsonMapper()
            .readTree(get("http://127.0.0.1:" + port + "/.well-known/openid-configuration"));
    String keys = get(discovery.path("jwks_uri").asText());
    return new JwtConsumerBuilder()
        .setVerificationKeyResolver(
            new JwksVerificationKeyResolver(new JsonWebKeySet(keys).getJsonWebKeys()))
        .setExpectedIssuer(discovery.path("issuer").asText())
        .setExpectedAudience(LocalIssuer.AUDIENCE)
        .setRequireExpirationTime()
        .build()
        .processToClaims(token);
  }

  private HttpResponse<String> askFor(String client, String secret) throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                BodyPublishers.ofString(
                    "grant_type=client_credentials&client_id=%s&client_secret=%s"
                        .formatted(client, secret)))
            .build(),
        BodyHandlers.ofString());
  }

  private String get(String url) throws Exception {
    return http.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString())
        .body();
  }
}
