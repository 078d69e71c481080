package org.okno.cases.notifications;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A subscription as HTTP shows it. */
@Schema(name = "Subscription", description = "Where a channel or an agency is told")
record SubscriptionView(
    @Schema(description = "Id of the subscription", required = true) UUID subscriptionId,
    @Schema(description = "Id of the agency that is told", examples = "food-bank")
        @Nullable String agency,
    @Schema(description = "Code of the channel that is told", examples = "hotline")
        @Nullable String channel,
    @Schema(
            description = "Where it is told",
            examples = "https://agency.example.org/okno",
            required = true)
        String url,
    @Schema(
            description = "Types of events; none: all",
            examples = "[\"org.okno.case.need-assigned.v1\"]",
            required = true)
        List<String> types,
    @Schema(
            description =
                "Signs what is sent, by Standard Webhooks; shown in the response to the post only",
            examples = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
        @Nullable String secret,
    @Schema(description = "Since when it is told", required = true) Instant createdAt,
    @Schema(description = "Since when nothing is sent to it; absent while it is enabled")
        @Nullable Instant disabledAt,
    @Schema(
            description = "Why: gone (it responded 410) or down (it accepted nothing for days)",
            examples = "down",
            enumeration = {"gone", "down"})
        @Nullable String disabledReason) {

  static SubscriptionView of(SubscriptionRow row) {
    return of(row, null);
  }

  static SubscriptionView withSecret(SubscriptionRow row) {
    return of(row, row.secret());
  }

  private static SubscriptionView of(SubscriptionRow row, @Nullable String secret) {
    return new SubscriptionView(
        row.id(),
        row.agencyId(),
        row.channel(),
        row.url(),
        row.types(),
        secret,
        row.createdAt(),
        row.disabledAt(),
        row.disabledReason());
  }
}
