package org.okno.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.okno.engines.Home;
import org.okno.engines.NewSecret;
import org.okno.engines.identity.Keycloak;
import org.okno.engines.identity.KeycloakAdmin;
import org.okno.engines.service.ServiceProcess;
import org.okno.engines.stack.Part;
import org.okno.engines.stack.Ports;
import org.okno.journeys.RunningStack.Region;
import org.okno.local.client.Caller;

/** A real Keycloak with the realm of production, and a service that trusts it. */
@ExtendWith(RunningStack.class)
class KeycloakIT {

  @Test
  void shouldAcceptTheTokensOfTheRealmAndNoOthers(Region region, @TempDir Path data)
      throws Exception {
    String password = NewSecret.random();
    Keycloak keycloak =
        new Keycloak(
            Home.find(), data, Ports.random().issuer(), password, data.resolve("keycloak.log"));
    ServiceProcess routing = region.stack().secondInstance(Part.ROUTING);
    keycloak.start();
    try (KeycloakAdmin admin = new KeycloakAdmin(keycloak, password)) {
      routing.start(Map.of("OKNO_ISSUER_URL", keycloak.issuer()));
      RealmPeople people = new RealmPeople(admin, password);
      String dispatcher = people.tokenOfNewPerson("ada", "dispatcher", Map.of());
      URI triage = routing.url().resolve("/v1/triage");
      assertThat(status(triage, dispatcher)).isEqualTo(200);
      assertThat(status(triage, tokenOf("okno-hotline", admin))).isEqualTo(403);
      assertThat(status(triage, null)).isEqualTo(401);
      String ofOtherIssuer = region.token(Caller.DISPATCHER);
      assertThat(status(triage, ofOtherIssuer)).isEqualTo(401);

      checkClaims(keycloak, admin, people);
    } finally {
      routing.stop();
      keycloak.stop();
    }
  }

  private static void checkClaims(Keycloak keycloak, KeycloakAdmin admin, RealmPeople people)
      throws Exception {
    JsonNode person =
        claims(
            people.tokenOfNewPerson(
                "vera", "specialist", Map.of("agency", "a-1", "territory", "02701000")));
    assertThat(person.path("iss").asText()).isEqualTo(keycloak.issuer());
    assertThat(texts(person.path("aud"))).containsExactly("okno");
    assertThat(texts(person.path("roles"))).contains("specialist").doesNotContain("dispatcher");
    assertThat(person.path("sub").asText()).isNotBlank();
    assertThat(person.path("name").asText()).isEqualTo("Ада Выдумкина");
    assertThat(person.path("agency").asText()).isEqualTo("a-1");
    assertThat(person.path("territory").asText()).isEqualTo("02701000");
    assertThat(person.has("channel")).isFalse();

    JsonNode adapter = claims(tokenOf("okno-hotline", admin));
    assertThat(texts(adapter.path("roles"))).contains("channel");
    assertThat(adapter.path("channel").asText()).isEqualTo("hotline");
    assertThat(texts(claims(tokenOf("analytics", admin)).path("roles"))).contains("service");
  }

  /** The token of a machine, by a secret that it is given. */
  private static String tokenOf(String client, KeycloakAdmin admin) {
    String secret = NewSecret.random();
    admin.setSecret(client, secret);
    return admin.token(client, secret);
  }

  /** What a token says; the service has checked its signature. */
  private static JsonNode claims(String token) throws IOException {
    return new JsonMapper().readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
  }

  private static List<String> texts(JsonNode values) {
    return values.isTextual()
        ? List.of(values.asText())
        : StreamSupport.stream(values.spliterator(), false).map(JsonNode::asText).toList();
  }

  private static int status(URI url, @Nullable String token)
      throws IOException, InterruptedException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpRequest.Builder request = HttpRequest.newBuilder(url);
      if (token != null) {
        request.header("Authorization", "Bearer " + token);
      }
      return http.send(request.build(), BodyHandlers.discarding()).statusCode();
    }
  }
}
