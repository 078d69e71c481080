package org.okno.cases.notifications;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.okno.messaging.Json;

/**
 * What is sent: a thin payload of Standard Webhooks. Whoever wants to know more reads the case, as
 * far as they may see it then.
 */
@Schema(name = "Notification", description = "That something happened to a case")
record NotificationMessage(
    @Schema(
            description = "Type of the event",
            examples = "org.okno.case.need-assigned.v1",
            required = true)
        String type,
    @Schema(description = "When it happened", required = true) Instant timestamp,
    @Schema(description = "To what", required = true) Data data) {

  /** To what it happened. */
  @Schema(name = "NotificationData", description = "To what something happened")
  record Data(
      @Schema(description = "Id of the request, which is the case's", required = true)
          UUID requestId,
      @Schema(description = "Id of the need; absent where it concerns the whole case")
          @Nullable UUID needId) {}

  static NotificationMessage of(NotificationRow row) {
    return new NotificationMessage(row.type(), row.at(), new Data(row.requestId(), row.needId()));
  }

  /** As it is sent and signed. */
  String json() {
    return Json.write(this);
  }
}
