package org.okno.routing.directory;

import org.jspecify.annotations.Nullable;
import org.okno.contracts.AgencyRef;

/** An agency. Names after HSDS {@code organization}. */
public record Organization(
    String id, String name, @Nullable String description, @Nullable String website) {

  /** As events name it. */
  public AgencyRef asRef() {
    return new AgencyRef(id, name);
  }
}
