package org.okno.contracts;

import static java.util.Objects.requireNonNull;

/**
 * A node of the territory tree, as far as an event needs it.
 *
 * @param code the official code (OKTMO, KATO)
 * @param zone IANA time zone of the territory: calendar days are counted in it
 */
public record TerritoryRef(String code, String zone) {
  public TerritoryRef {
    requireNonNull(code, "code");
    requireNonNull(zone, "zone");
  }
}
