package org.okno.engines.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.okno.engines.Home;

/**
 * A real Keycloak as the issuer of a stack, with the realm of production. Nobody signs in by hand:
 * whoever needs a token is a machine of the realm with those roles and claims.
 */
public final class KeycloakIssuer implements Issuer {
  private static final String ADMINISTRATOR = "keycloak-administrator";

  /** The machine of the realm that a service of Okno is. */
  private static final String ANALYTICS = "analytics";

  private final ClientSecrets secrets;
  private final Keycloak keycloak;

  /**
   * @param data folder of its database
   * @param port of 127.0.0.1
   * @param secrets folder of its administrator's password and its clients' secrets
   */
  public KeycloakIssuer(Home home, Path data, int port, Path secrets, Path log) {
    this.secrets = new ClientSecrets(secrets);
    this.keycloak = new Keycloak(home, data, port, this.secrets.of(ADMINISTRATOR), log);
  }

  @Override
  public void start() {
    keycloak.start();
    try (KeycloakAdmin admin = admin()) {
      admin.setSecret(ANALYTICS, secrets.of(ANALYTICS));
    }
  }

  @Override
  public void stop() {
    keycloak.stop();
  }

  @Override
  public boolean isServing() {
    return keycloak.isReady();
  }

  @Override
  public String url() {
    return keycloak.issuer();
  }

  /**
   * A token that Keycloak issues now; it lives ten hours at most, as the realm's sessions do. Its
   * {@code sub} is Keycloak's id of the machine.
   */
  @Override
  public String token(Set<String> roles, Map<String, String> claims, Duration lifetime) {
    Map<String, String> attributes = new TreeMap<>(claims);
    attributes.keySet().retainAll(Set.of("agency", "territory", "channel"));
    String client = client(new TreeSet<>(roles) + " " + attributes + " " + lifetime);
    String secret = secrets.of(client);
    try (KeycloakAdmin admin = admin()) {
      admin.addMachine(client, secret, lifetime);
      // Each time: whoever was interrupted has left a machine without roles.
      admin.describe(client, roles, attributes);
      return admin.token(client, secret);
    }
  }

  /** The same for the same caller. */
  private static String client(String caller) {
    return "local-" + UUID.nameUUIDFromBytes(caller.getBytes(UTF_8));
  }

  @Override
  public String clientSecret(String client) {
    return secrets.of(client);
  }

  private KeycloakAdmin admin() {
    return new KeycloakAdmin(keycloak, secrets.of(ADMINISTRATOR));
  }
}
