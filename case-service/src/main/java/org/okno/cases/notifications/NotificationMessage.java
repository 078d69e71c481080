package org.okno.cases.notifications;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.okno.messaging.Json;

/**
 * What is sent: a thin payload of Standard Webhooks. Whoever wants to know more reads the case, as
 * far as they may see it then.
 *
 * @param type of the event, for example {@code org.okno.case.need-assigned.v1}
 * @param timestamp when it happened
 */
record NotificationMessage(String type, Instant timestamp, Data data) {

  /**
   * To what it happened.
   *
   * @param requestId of the request, which is the case's
   * @param needId absent where it concerns the whole case
   */
  record Data(UUID requestId, @Nullable UUID needId) {}

  static NotificationMessage of(NotificationRow row) {
    return new NotificationMessage(row.type(), row.at(), new Data(row.requestId(), row.needId()));
  }

  /** As it is sent and signed. */
  String json() {
    return Json.write(this);
  }
}
