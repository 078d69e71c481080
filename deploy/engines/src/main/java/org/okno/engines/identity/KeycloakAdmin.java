package org.okno.engines.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.okno.engines.EngineException;

/** What the administrator of a Keycloak does in the realm of Okno, over its API. */
public final class KeycloakAdmin implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration TIMEOUT = Duration.ofSeconds(60);
  private static final int CONFLICT = 409;

  private final HttpClient http = HttpClient.newHttpClient();
  private final Keycloak keycloak;
  private final String password;

  /**
   * @param password of its administrator
   */
  public KeycloakAdmin(Keycloak keycloak, String password) {
    this.keycloak = keycloak;
    this.password = password;
  }

  /** Gives a client of the realm a secret that is known here. */
  public void setSecret(String client, String secret) {
    ObjectNode changed = client(client).deepCopy();
    put("clients/" + changed.path("id").asText(), changed.put("secret", secret));
  }

  /** Adds a machine that gets tokens by its secret, unless the realm has it. */
  void addMachine(String client, String secret, Duration lifetime) {
    Map<String, Object> machine =
        Map.of(
            "clientId",
            client,
            "secret",
            secret,
            "publicClient",
            false,
            "standardFlowEnabled",
            false,
            "serviceAccountsEnabled",
            true,
            "attributes",
            Map.of("access.token.lifespan", String.valueOf(lifetime.toSeconds())));
    HttpResponse<String> response =
        exchange(admin("clients").POST(BodyPublishers.ofString(json(machine))));
    if (response.statusCode() != CONFLICT) {
      body(response);
    }
  }

  /** Gives a machine its roles, and the attributes that become claims. */
  void describe(String client, Collection<String> roles, Map<String, String> attributes) {
    JsonNode user = get("clients/" + client(client).path("id").asText() + "/service-account-user");
    String path = "users/" + user.path("id").asText();
    ObjectNode changed = user.deepCopy();
    ObjectNode values = changed.putObject("attributes");
    attributes.forEach((name, value) -> values.putArray(name).add(value));
    put(path, changed);
    post(path + "/role-mappings/realm", roles.stream().map(role -> get("roles/" + role)).toList());
  }

  /** A token of a machine. */
  public String token(String client, String secret) {
    return token(
        Map.of("grant_type", "client_credentials", "client_id", client, "client_secret", secret));
  }

  private JsonNode client(String client) {
    return get("clients?clientId=" + client).path(0);
  }

  /** A token of the realm, by the fields of a request for one. */
  public String token(Map<String, String> form) {
    return token(keycloak.issuer(), form);
  }

  /** What the realm has under a path of its administration. */
  public JsonNode get(String path) {
    return send(admin(path).GET());
  }

  /** Adds to the realm under a path of its administration. */
  public void post(String path, Object body) {
    send(admin(path).POST(BodyPublishers.ofString(json(body))));
  }

  private void put(String path, Object body) {
    send(admin(path).PUT(BodyPublishers.ofString(json(body))));
  }

  /** With a new token each time: one is valid for a minute. */
  private HttpRequest.Builder admin(String path) {
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
        .header("Authorization", "Bearer " + token)
        .header("Content-Type", "application/json");
  }

  private String token(String realm, Map<String, String> form) {
    String body =
        form.entrySet().stream()
            .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
            .collect(Collectors.joining("&"));
    return send(HttpRequest.newBuilder(URI.create(realm + "/protocol/openid-connect/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body)))
        .path("access_token")
        .asText();
  }

  private JsonNode send(HttpRequest.Builder builder) {
    return body(exchange(builder));
  }

  private static JsonNode body(HttpResponse<String> response) {
    HttpRequest request = response.request();
    String path = request.uri().getPath();
    if (response.statusCode() >= 300) {
      throw new EngineException(
          "Keycloak responded %d to %s %s"
              .formatted(response.statusCode(), request.method(), path));
    }
    try {
      return JSON.readTree(response.body());
    } catch (IOException e) {
      throw new EngineException("Keycloak responded no JSON to " + path, e);
    }
  }

  private HttpResponse<String> exchange(HttpRequest.Builder builder) {
    HttpRequest request = builder.timeout(TIMEOUT).build();
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new EngineException("Keycloak does not respond at " + request.uri().getPath(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EngineException("Interrupted while Keycloak was asked", e);
    }
  }

  private static String json(Object body) {
    try {
      return JSON.writeValueAsString(body);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
