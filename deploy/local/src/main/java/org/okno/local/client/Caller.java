package org.okno.local.client;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who calls the services.
 *
 * @param claims what a token says of them besides their roles
 */
public record Caller(Set<Role> roles, Map<String, String> claims) {

  public static final Caller OPERATOR = of(Role.OPERATOR);
  public static final Caller DISPATCHER = of(Role.DISPATCHER);
  public static final Caller ANALYST = of(Role.ANALYST);

  /** An analyst who sees small counts too. */
  public static final Caller STATISTICIAN =
      new Caller(
          Set.of(Role.ANALYST, Role.STATISTICIAN),
          Map.of("sub", "statistician", "name", "statistician"));

  public static final Caller PROTECTION_OFFICER = of(Role.DATA_PROTECTION_OFFICER);
  public static final Caller ADMINISTRATOR = of(Role.ADMINISTRATOR);

  public Caller {
    roles = Set.copyOf(roles);
    claims = Map.copyOf(claims);
  }

  /** The adapter of a channel. */
  public static Caller channel(String code) {
    return of(Role.CHANNEL, Map.of("channel", code));
  }

  /** Who works on the needs of an agency. */
  public static Caller specialist(String agency) {
    return of(Role.SPECIALIST, Map.of("agency", agency));
  }

  /** Who leads an agency. */
  public static Caller headOf(String agency) {
    return of(Role.HEAD_OF_AGENCY, Map.of("agency", agency));
  }

  /** Who sees a territory and everything below it. */
  public static Caller coordinator(String territory) {
    return of(Role.COORDINATOR, Map.of("territory", territory));
  }

  private static Caller of(Role role) {
    return of(role, Map.of());
  }

  /** Somebody with one role; their name says which. */
  public static Caller of(Role role, Map<String, String> scope) {
    Map<String, String> claims = new HashMap<>(scope);
    String name = role.label() + role.scope().map(claim -> " " + scope.get(claim)).orElse("");
    claims.putIfAbsent("sub", name.replace(' ', ':'));
    claims.putIfAbsent("name", name);
    return new Caller(Set.of(role), claims);
  }

  /** What people call them. */
  public String name() {
    return claims.getOrDefault("name", "");
  }

  /** The roles as tokens name them. */
  public Set<String> roleLabels() {
    return roles.stream().map(Role::label).collect(Collectors.toSet());
  }
}
