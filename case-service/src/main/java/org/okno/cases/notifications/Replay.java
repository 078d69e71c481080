package org.okno.cases.notifications;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** From when on everything is sent again; the body of the request. */
@Schema(name = "Replay", description = "From when on everything is sent again")
record Replay(
    @JsonSetter(nulls = Nulls.FAIL)
        @Schema(description = "A date-time; what is older than 30 days is gone", required = true)
        Instant from) {

  /** How much is sent again. */
  @Schema(name = "Replayed", description = "How much is sent again")
  record Replayed(
      @Schema(description = "Notifications", examples = "12", required = true) int deliveries) {}
}
