package org.okno.identity;

import io.quarkus.security.identity.SecurityIdentity;
import java.util.EnumSet;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import org.okno.contracts.Codes;

/**
 * Whoever calls, as the token says.
 *
 * @param subject stable id of the person or machine at the issuer
 * @param agency id of their agency; null where they have none
 * @param territory code of their territory; null where they have none
 * @param channel code of their channel; null where they have none
 */
public record Caller(
    String subject,
    Set<Role> roles,
    @Nullable String agency,
    @Nullable String territory,
    @Nullable String channel) {

  static Caller of(SecurityIdentity identity) {
    JsonWebToken token = (JsonWebToken) identity.getPrincipal();
    Set<Role> roles = EnumSet.noneOf(Role.class);
    identity.getRoles().forEach(code -> Role.ofCode(code).ifPresent(roles::add));
    return new Caller(
        token.getSubject(),
        roles,
        code(token, "agency"),
        code(token, "territory"),
        code(token, "channel"));
  }

  /** The rows of a scope; null where the token lacks what they are found by. */
  @Nullable Rows rows(Scope scope) {
    return switch (scope) {
      case ALL -> new Rows.All();
      case OWN_TERRITORY -> territory == null ? null : new Rows.OfTerritory(territory);
      case OWN_AGENCY -> agency == null ? null : new Rows.OfAgency(agency);
      case OWN_CHANNEL -> channel == null ? null : new Rows.OfChannel(channel);
    };
  }

  private static @Nullable String code(JsonWebToken token, String claim) {
    Object value = token.getClaim(claim);
    return value instanceof String text && Codes.isCode(text) ? text : null;
  }
}
