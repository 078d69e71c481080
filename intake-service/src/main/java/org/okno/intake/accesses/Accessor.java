package org.okno.intake.accesses;

import org.jspecify.annotations.Nullable;
import org.okno.identity.Caller;
import org.okno.identity.Role;

/**
 * Who accesses personal data.
 *
 * @param role by which they may
 * @param agency id of their agency; null where they have none
 */
record Accessor(String subject, Role role, @Nullable String agency) {
  static Accessor of(Caller caller, Role role) {
    return new Accessor(caller.subject(), role, caller.agency());
  }
}
