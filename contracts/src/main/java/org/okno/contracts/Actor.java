package org.okno.contracts;

import static java.util.Objects.requireNonNull;

/**
 * The person or machine whose call caused an event.
 *
 * @param subject their id at the issuer of tokens, which names nobody; {@code channel-key:<id>}
 *     where a channel called with a key
 * @param role code of the role that let them make the call
 */
public record Actor(String subject, String role) {
  public Actor {
    requireNonNull(subject, "subject");
    requireNonNull(role, "role");
  }
}
