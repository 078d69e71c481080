package org.okno.identity;

import io.quarkus.security.identity.SecurityIdentity;
import java.util.EnumSet;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import org.okno.contracts.Codes;

/**
 * Whoever calls, as their token says, or the key of a channel.
 *
 * @param subject stable id of the person or machine at the issuer, or of the key
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
    Set<Role> roles = EnumSet.noneOf(Role.class);
    identity.getRoles().forEach(code -> Role.ofCode(code).ifPresent(roles::add));
    return new Caller(
        identity.getPrincipal() instanceof JsonWebToken token
            ? token.getSubject()
            : identity.getPrincipal().getName(),
        roles,
        code(identity, "agency"),
        code(identity, "territory"),
        code(identity, "channel"));
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

  /** A claim of the token; an attribute where the caller has none. */
  private static @Nullable String code(SecurityIdentity identity, String claim) {
    Object value =
        identity.getPrincipal() instanceof JsonWebToken token
            ? token.getClaim(claim)
            : identity.getAttribute(claim);
    return value instanceof String text && Codes.isCode(text) ? text : null;
  }
}
