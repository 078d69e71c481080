package org.okno.intake.accesses;

import org.jspecify.annotations.Nullable;
import org.okno.contracts.Actor;
import org.okno.identity.Caller;

/**
 * Who accesses personal data.
 *
 * @param actor with the role by which they may
 * @param agency id of their agency; null where they have none
 */
record Accessor(Actor actor, @Nullable String agency) {
  static Accessor of(Actor actor, Caller caller) {
    return new Accessor(actor, caller.agency());
  }
}
