package org.okno.routing.triage;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.okno.messaging.Json;

/** Which waiting entries a dispatcher requests; null: all. */
public record TriageQuery(
    @Parameter(
            description = "In this territory or below it; codes: GET /v1/directory/territories",
            example = "02701000")
        @QueryParam("territory")
        @Nullable String territory,
    @Parameter(
            description = "With this need waiting; codes: GET /v1/directory/terms",
            example = "food")
        @QueryParam("need")
        @Nullable String need,
    @Parameter(
            description =
                "With a need that waits for this reason, and is the need that is requested, if any",
            example = "several-agencies")
        @QueryParam("reason")
        @Nullable String reason,
    @Parameter(
            description = "Of this urgency",
            example = "emergency",
            schema =
                @Schema(
                    implementation = String.class,
                    enumeration = {"emergency", "urgent", "normal", "planned"}))
        @QueryParam("urgency")
        @Nullable Urgency urgency,
    @Parameter(
            description = "me: that the caller works on; nobody: to claim; others: all else",
            example = "nobody",
            schema =
                @Schema(
                    implementation = String.class,
                    enumeration = {"me", "nobody", "others"}))
        @QueryParam("claimed")
        @Nullable ClaimedBy claimed,
    @Parameter(description = "That Okno has had for so many minutes at least", example = "30")
        @QueryParam("minAgeMinutes")
        @Nullable Minutes minAgeMinutes) {

  /** Every waiting entry. */
  static final TriageQuery ALL = new TriageQuery(null, null, null, null, null, null);

  /** Conditions on an entry, each with {@code and} before it; they bind {@link #parameters}. */
  String conditions() {
    List<String> conditions = new ArrayList<>();
    if (territory != null) {
      conditions.add("territory in (:within)");
    }
    if (need != null || reason != null) {
      conditions.add("jsonb_path_exists(held, cast(:waiting as jsonpath), cast(:held as jsonb))");
    }
    if (urgency != null) {
      conditions.add("urgency_rank = :urgency");
    }
    if (claimed != null) {
      conditions.add(claimed.condition());
    }
    if (minAgeMinutes != null) {
      conditions.add("received_at <= :receivedBefore");
    }
    return conditions.stream().map(one -> " and " + one).collect(Collectors.joining());
  }

  /**
   * What the conditions bind, by name.
   *
   * @param within codes of the requested territory and of all below it
   * @param caller subject of whoever asks
   */
  Map<String, Object> parameters(Set<String> within, String caller, Instant now) {
    Map<String, Object> parameters = new HashMap<>();
    if (territory != null) {
      parameters.put("within", within);
    }
    if (need != null || reason != null) {
      parameters.put("waiting", waitingNeed());
      parameters.put("held", held());
    }
    if (urgency != null) {
      parameters.put("urgency", urgency.ordinal());
    }
    if (claimed != null) {
      parameters.put("now", now);
    }
    if (claimed == ClaimedBy.ME || claimed == ClaimedBy.OTHERS) {
      parameters.put("caller", caller);
    }
    if (minAgeMinutes != null) {
      parameters.put("receivedBefore", now.minus(minAgeMinutes.duration()));
    }
    return parameters;
  }

  /** One need that waits and is as requested: not a need of one kind beside a reason of another. */
  private String waitingNeed() {
    return Stream.of(
            "!exists(@.agency)",
            need == null ? "" : "@.need == $need",
            reason == null ? "" : "@.reason == $reason")
        .filter(one -> !one.isEmpty())
        .collect(Collectors.joining(" && ", "$[*] ? (", ")"));
  }

  private String held() {
    Map<String, String> codes = new HashMap<>();
    if (need != null) {
      codes.put("need", need);
    }
    if (reason != null) {
      codes.put("reason", reason);
    }
    return Json.write(codes);
  }
}
