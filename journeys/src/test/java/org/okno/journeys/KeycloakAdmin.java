package org.okno.journeys;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.okno.engines.identity.Keycloak;

/** What the administrator of a Keycloak does, and whoever gets a token of its realm. */
final class KeycloakAdmin implements AutoCloseable {

  /** Signs people in by their password, which no client of the realm may; only this test's. */
  private static final String SIGN_IN = "sign-in-of-a-test";

  private static final JsonMapper JSON = new JsonMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final Keycloak keycloak;
  private final String password;

  KeycloakAdmin(Keycloak keycloak, String password) throws IOException, InterruptedException {
    this.keycloak = keycloak;
    this.password = password;
    post(
        "clients",
        Map.of("clientId", SIGN_IN, "publicClient", true, "directAccessGrantsEnabled", true));
  }

  /** Adds a person with a role, and returns their token. */
  String tokenOfNewPerson(String name, String role, Map<String, String> claims)
      throws IOException, InterruptedException {
    Map<String, List<String>> attributes =
        claims.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, claim -> List.of(claim.getValue())));
    post(
        "users",
        Map.of(
            "username",
            name,
            "firstName",
            "Ада",
            "lastName",
            "Выдумкина",
            "email",
            name + "@okno.example",
            "enabled",
            true,
            "attributes",
            attributes,
            "credentials",
            List.of(Map.of("type", "password", "value", password))));
    String id = get("users?exact=true&username=" + name).path(0).path("id").asText();
    post("users/" + id + "/role-mappings/realm", List.of(get("roles/" + role)));
    return token(
        keycloak.issuer(),
        Map.of(
            "grant_type", "password",
            "client_id", SIGN_IN,
            "username", name,
            "password", password));
  }

  /** The token of a machine, by its client credentials. */
  String tokenOf(String client) throws IOException, InterruptedException {
    String id = get("clients?clientId=" + client).path(0).path("id").asText();
    String secret = get("clients/" + id + "/client-secret").path("value").asText();
    return token(
        keycloak.issuer(),
        Map.of("grant_type", "client_credentials", "client_id", client, "client_secret", secret));
  }

  private JsonNode get(String path) throws IOException, InterruptedException {
    return send(admin(path).build());
  }

  private void post(String path, Object body) throws IOException, InterruptedException {
    send(
        admin(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))
            .build());
  }

  /** With a new token each time: one is valid for a minute. */
  private HttpRequest.Builder admin(String path) throws IOException, InterruptedException {
    String token =
        token(
            keycloak.url() + "/realms/master",
            Map.of(
                "grant_type",
                "password",
                "client_id",
                "admin-cli",
                "username",
                Keycloak.ADMINISTRATOR,
                "password",
                password));
    return HttpRequest.newBuilder(URI.create(keycloak.url() + "/admin/realms/okno/" + path))
        .header("Authorization", "Bearer " + token);
  }

  private String token(String realm, Map<String, String> form)
      throws IOException, InterruptedException {
    String body =
        form.entrySet().stream()
            .map(
                field ->
                    field.getKey()
                        + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return send(HttpRequest.newBuilder(URI.create(realm + "/protocol/openid-connect/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body))
            .build())
        .path("access_token")
        .asText();
  }

  private JsonNode send(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
    if (response.statusCode() >= 300) {
      throw new IllegalStateException(
          "%s: the response was %d %s"
              .formatted(request.uri(), response.statusCode(), response.body()));
    }
    return JSON.readTree(response.body());
  }

  @Override
  public void close() {
    http.close();
  }
}
