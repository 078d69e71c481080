package org.okno.contracts;

import static java.util.Objects.requireNonNull;

/** An agency, as far as an event needs it: its directory id and the name people know it by. */
public record AgencyRef(String id, String name) {
  public AgencyRef {
    requireNonNull(id, "id");
    requireNonNull(name, "name");
  }
}
