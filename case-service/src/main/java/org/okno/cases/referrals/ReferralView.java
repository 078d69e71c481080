package org.okno.cases.referrals;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.okno.cases.consents.GivenConsent;
import org.okno.http.AgencyView;

/** A referral as HTTP shows it; it says nothing of the person. What its state lacks is absent. */
@Schema(name = "Referral", description = "A need that one agency referred to another")
public record ReferralView(
    @Schema(description = "Id of the referral", required = true) UUID referralId,
    @Schema(description = "Id of the request", required = true) UUID requestId,
    @Schema(description = "Id of the need", required = true) UUID needId,
    @Schema(
            description = "Kind of help. Codes: GET /v1/directory/terms of routing",
            examples = "food",
            required = true)
        String need,
    @Schema(
            description = "Where the person is. Codes: GET /v1/directory/territories of routing",
            examples = "92701000",
            required = true)
        String territory,
    @Schema(description = "The agency that has the need", required = true) AgencyView from,
    @Schema(description = "The agency that is asked for help", required = true) AgencyView to,
    @Schema(
            description = "What it is asked for: a code as when the referral is made",
            examples = "help-together",
            required = true)
        String purpose,
    @Schema(
            description = "The parts of the personal data that it may open while it is accepted",
            examples = "[\"name\", \"phone\"]",
            required = true)
        List<String> parts,
    @Schema(description = "Until when", required = true) Instant endsAt,
    @Schema(description = "That the person agreed", required = true) GivenConsent consent,
    @Schema(
            description = "Where it stands; ended: made or accepted, and its time is over",
            examples = "accepted",
            enumeration = {"made", "accepted", "declined", "withdrawn", "ended"},
            required = true)
        String status,
    @Schema(description = "When it was made", required = true) Instant madeAt,
    @Schema(description = "When the other agency accepted it") @Nullable Instant acceptedAt,
    @Schema(description = "When the other agency declined it") @Nullable Instant declinedAt,
    @Schema(
            description = "Why it would not help: a code as in the refusal",
            examples = "no-capacity")
        @Nullable String declineReason,
    @Schema(description = "Since when the person does not agree any more")
        @Nullable Instant withdrawnAt,
    @Schema(
            description = "Version of the referral, as in its ETag",
            examples = "1",
            minimum = "1",
            required = true)
        long version) {

  static ReferralView of(ReferralRow row, Instant now) {
    boolean isOver = !row.endsAt().isAfter(now);
    return new ReferralView(
        row.id(),
        row.requestId(),
        row.needId(),
        row.need(),
        row.territory(),
        AgencyView.of(row.referral().from()),
        AgencyView.of(row.referral().to()),
        row.purpose(),
        row.parts(),
        row.endsAt(),
        GivenConsent.of(row.consent()),
        switch (row.state()) {
          case ReferralState.Made made when isOver -> "ended";
          case ReferralState.Accepted accepted when isOver -> "ended";
          case ReferralState state -> state.code();
        },
        row.madeAt(),
        row.acceptedAt(),
        row.declinedAt(),
        row.declineReason(),
        row.withdrawnAt(),
        row.version());
  }
}
