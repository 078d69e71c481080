package org.okno.journeys;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.okno.engines.identity.KeycloakAdmin;

/** People of a Keycloak's realm, who sign in by their password: no client of the realm may. */
final class RealmPeople {
  private static final String SIGN_IN = "sign-in-of-a-test";

  private final KeycloakAdmin admin;
  private final String password;

  RealmPeople(KeycloakAdmin admin, String password) {
    this.admin = admin;
    this.password = password;
    admin.post(
        "clients",
        Map.of("clientId", SIGN_IN, "publicClient", true, "directAccessGrantsEnabled", true));
  }

  /** Adds a person with a role, and returns their token. */
  String tokenOfNewPerson(String name, String role, Map<String, String> claims) {
    Map<String, List<String>> attributes =
        claims.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, claim -> List.of(claim.getValue())));
    admin.post(
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
    String id = admin.get("users?exact=true&username=" + name).path(0).path("id").asText();
    admin.post("users/" + id + "/role-mappings/realm", List.of(admin.get("roles/" + role)));
    return admin.token(
        Map.of(
            "grant_type", "password",
            "client_id", SIGN_IN,
            "username", name,
            "password", password));
  }
}
