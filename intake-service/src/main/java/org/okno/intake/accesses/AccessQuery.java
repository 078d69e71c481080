package org.okno.intake.accesses;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.okno.http.Cursor;

/**
 * Which entries a list shows; null is no condition.
 *
 * @param from first day, in UTC
 * @param to last day, in UTC
 * @param unapproved only accesses in an emergency that nobody approved
 */
record AccessQuery(
    @Nullable UUID request,
    @Nullable UUID person,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    boolean unapproved) {

  /** Entries below this number are on the page: the newest come first. */
  static long before(@Nullable Cursor cursor) {
    return cursor == null ? Long.MAX_VALUE : cursor.part(0, Long::valueOf);
  }

  static AccessQuery ofPerson(UUID person) {
    return new AccessQuery(null, person, null, null, false);
  }
}
