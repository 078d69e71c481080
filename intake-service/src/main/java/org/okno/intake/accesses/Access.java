package org.okno.intake.accesses;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody did with the personal data of a request.
 *
 * @param approves id of the entry that is approved; null where this is no approval
 */
record Access(
    Action action,
    Purpose purpose,
    Accessor accessor,
    UUID requestId,
    List<UUID> personIds,
    @Nullable UUID approves) {

  static Access opened(Purpose purpose, Accessor accessor, SealedRequest request) {
    return new Access(Action.OPENED, purpose, accessor, request.id(), request.persons(), null);
  }

  static Access refused(Purpose purpose, Accessor accessor, SealedRequest request) {
    return new Access(Action.REFUSED, purpose, accessor, request.id(), request.persons(), null);
  }

  static Access approved(AccessEntry emergency, Accessor accessor) {
    return new Access(
        Action.APPROVED,
        Purpose.EMERGENCY,
        accessor,
        emergency.requestId(),
        emergency.personIds().stream().map(UUID::fromString).toList(),
        emergency.id());
  }
}
