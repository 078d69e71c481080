package org.okno.intake.requests;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.okno.contracts.RequestStatus;

/** A request without its personal data. */
@Schema(name = "Request", description = "A request without its personal data")
public record RequestView(
    @Schema(description = "Id of the request", required = true) UUID requestId,
    @Schema(
            description = "The number that people are told",
            required = true,
            examples = "7K3M-90QX-4T")
        String trackingNumber,
    @Schema(
            description = "Where it came in. Codes: GET /v1/channels",
            required = true,
            examples = "hotline")
        String channel,
    @Schema(
            description = "Where help is needed. Codes: GET /v1/territories",
            required = true,
            examples = "02701301")
        String territory,
    @Schema(description = "When the person asked", required = true) Instant requestedAt,
    @Schema(description = "Since when Okno keeps it", required = true) Instant receivedAt,
    @Schema(
            description = "How urgent it is",
            required = true,
            enumeration = {"planned", "normal", "urgent", "emergency"},
            examples = "normal")
        String urgency,
    @Schema(
            description = "Target groups. Codes: GET /v1/target-groups",
            required = true,
            examples = "[\"disability\"]")
        List<String> targetGroups,
    @Schema(description = "What is needed", required = true) List<Need> needs,
    @Schema(
            description = "Whether the person agrees that agencies receive the data",
            required = true,
            examples = "true")
        boolean consent,
    @Schema(description = "Id of the person who asked", required = true) UUID applicantId,
    @Schema(
            description =
                "Id of the person who needs help; applicantId where that is the same person",
            required = true)
        UUID beneficiaryId,
    @Schema(
            description = "Where the request stands",
            required = true,
            enumeration = {"received", "in-triage", "assigned", "in-work", "settled"},
            examples = "in-work")
        String status,
    @Schema(description = "Why it was withdrawn; absent where it was not", examples = "not-needed")
        @Nullable String withdrawalReason,
    @Schema(description = "When it was withdrawn; absent where it was not")
        @Nullable Instant withdrawnAt,
    @Schema(
            description = "Version of the request, as in its ETag: one higher at each correction",
            required = true,
            minimum = "1",
            examples = "1")
        long version) {

  /** Whether nothing more is expected of anybody. */
  public boolean allSettled() {
    return RequestStatus.SETTLED.code().equals(status);
  }

  /** One kind of help. */
  @Schema(name = "RequestNeed", description = "One kind of help")
  public record Need(
      @Schema(description = "Id of the need", required = true) UUID id,
      @Schema(
              description =
                  "What is needed, as it was named or recognized. Codes: GET /v1/needs, or unclear",
              required = true,
              examples = "food")
          String need,
      @Schema(description = "The life situation. Codes: GET /v1/situations", examples = "lost-job")
          @Nullable String situation) {}
}
