package org.okno.casework.lists;

import java.time.Instant;
import java.util.UUID;

/** A place in an agency's list: it is ordered by due time, then by need id. */
record QueuePlace(Instant dueAt, UUID needId) {

  static QueuePlace of(QueueItem item) {
    return new QueuePlace(item.dueAt(), item.needId());
  }

  /**
   * Reads what {@link #toString} wrote.
   *
   * @throws RuntimeException where it is nothing of the kind
   */
  static QueuePlace parse(String text) {
    String[] parts = text.split(" ", 2);
    return new QueuePlace(Instant.parse(parts[0]), UUID.fromString(parts[1]));
  }

  @Override
  public String toString() {
    return dueAt + " " + needId;
  }
}
