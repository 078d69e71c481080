package org.okno.engines.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.ReservedClaimNames;
import org.jspecify.annotations.Nullable;
import org.okno.engines.EngineException;

/**
 * An OpenID Connect issuer for one machine, on loopback: discovery, keys, and client credentials
 * for machines. Nobody signs in here; whoever can read its folder can issue any token.
 *
 * <p>Tokens can be issued while it is stopped; services verify them by the keys they have.
 */
public final class LocalIssuer implements Issuer, AutoCloseable {

  /** The audience of every token. */
  public static final String AUDIENCE = "okno";

  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration MACHINE_TOKEN = Duration.ofMinutes(5);
  private static final String TOKEN_PATH = "/token";
  private static final String KEYS_PATH = "/jwks";
  private static final int MAX_FORM = 4096;

  private final int port;
  private final SigningKey key;
  private final ClientSecrets secrets;
  private @Nullable HttpServer server;

  /**
   * @param port of 127.0.0.1
   * @param folder of its key and of the secrets of its clients; both are created where missing
   */
  public LocalIssuer(int port, Path folder) {
    this.port = port;
    this.key = SigningKey.in(folder.resolve("signing-key.json"));
    this.secrets = new ClientSecrets(folder);
  }

  @Override
  public synchronized void start() {
    if (server != null) {
      return;
    }
    try {
      HttpServer started =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
      started.createContext("/.well-known/openid-configuration", it -> send(it, 200, discovery()));
      started.createContext(KEYS_PATH, it -> send(it, 200, key.publicKeys()));
      started.createContext(TOKEN_PATH, this::respondWithToken);
      started.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      started.start();
      server = started;
    } catch (IOException e) {
      throw new EngineException("The local issuer cannot listen on port " + port, e);
    }
  }

  @Override
  public synchronized void stop() {
    if (server != null) {
      server.stop(0);
      server = null;
    }
  }

  @Override
  public synchronized boolean isServing() {
    return server != null;
  }

  @Override
  public String url() {
    return "http://127.0.0.1:" + port;
  }

  /**
   * {@inheritDoc}
   *
   * @param claims {@code sub} too; {@code iss}, {@code aud} and {@code nbf} (seconds), where a
   *     token shall be refused
   * @param lifetime negative for a token that is expired
   */
  @Override
  public String token(Set<String> roles, Map<String, String> claims, Duration lifetime) {
    NumericDate expires =
        NumericDate.fromSeconds(NumericDate.now().getValue() + lifetime.toSeconds());
    JwtClaims all = new JwtClaims();
    all.setIssuer(url());
    all.setAudience(AUDIENCE);
    all.setSubject("local");
    all.setGeneratedJwtId();
    // No token expires before it was issued, not even an expired one.
    all.setIssuedAt(
        NumericDate.fromSeconds(Math.min(NumericDate.now().getValue(), expires.getValue() - 1)));
    all.setExpirationTime(expires);
    all.setClaim("roles", roles.stream().sorted().toList());
    claims.forEach(all::setClaim);
    if (claims.get(ReservedClaimNames.NOT_BEFORE) instanceof String seconds) {
      all.setNotBefore(NumericDate.fromSeconds(Long.parseLong(seconds)));
    }
    return key.sign(all);
  }

  @Override
  public String clientSecret(String client) {
    return secrets.of(client);
  }

  private String discovery() {
    return json(
        Map.of(
            "issuer", url(),
            "jwks_uri", url() + KEYS_PATH,
            "token_endpoint", url() + TOKEN_PATH,
            "grant_types_supported", List.of("client_credentials"),
            "token_endpoint_auth_methods_supported",
                List.of("client_secret_basic", "client_secret_post"),
            "id_token_signing_alg_values_supported", List.of("RS256"),
            "subject_types_supported", List.of("public"),
            "response_types_supported", List.of("token")));
  }

  /** Client credentials (RFC 6749, 4.4). */
  private void respondWithToken(HttpExchange exchange) throws IOException {
    Map<String, String> form =
        form(new String(exchange.getRequestBody().readNBytes(MAX_FORM), UTF_8));
    String[] credentials = credentials(exchange, form);
    if (!"client_credentials".equals(form.get("grant_type"))) {
      send(exchange, 400, json(Map.of("error", "unsupported_grant_type")));
    } else if (!secrets.matches(credentials[0], credentials[1])) {
      exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"okno\"");
      send(exchange, 401, json(Map.of("error", "invalid_client")));
    } else {
      send(exchange, 200, json(machineToken(credentials[0])));
    }
  }

  private Map<String, Object> machineToken(String client) {
    return Map.of(
        "access_token", token(Set.of("service"), Map.of("sub", client), MACHINE_TOKEN),
        "token_type", "Bearer",
        "expires_in", MACHINE_TOKEN.toSeconds());
  }

  /** Name and secret, from the header or the form; empty where there are none. */
  private static String[] credentials(HttpExchange exchange, Map<String, String> form) {
    String header = exchange.getRequestHeaders().getFirst("Authorization");
    if (header == null || !header.startsWith("Basic ")) {
      return new String[] {
        form.getOrDefault("client_id", ""), form.getOrDefault("client_secret", "")
      };
    }
    try {
      String[] pair =
          new String(Base64.getDecoder().decode(header.substring("Basic ".length())), UTF_8)
              .split(":", 2);
      return pair.length == 2 ? pair : new String[] {"", ""};
    } catch (IllegalArgumentException e) {
      return new String[] {"", ""};
    }
  }

  private static Map<String, String> form(String body) {
    return Arrays.stream(body.split("&"))
        .map(field -> field.split("=", 2))
        .filter(field -> field.length == 2)
        .collect(
            Collectors.toMap(
                field -> URLDecoder.decode(field[0], UTF_8),
                field -> URLDecoder.decode(field[1], UTF_8),
                (first, second) -> first));
  }

  private static String json(Map<String, ?> content) {
    try {
      return JSON.writeValueAsString(content);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void send(HttpExchange exchange, int status, String json) {
    byte[] body = json.getBytes(UTF_8);
    try (exchange) {
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.getResponseHeaders().set("Cache-Control", "no-store");
      exchange.sendResponseHeaders(status, body.length);
      exchange.getResponseBody().write(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    stop();
  }
}
