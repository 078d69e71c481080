package org.okno.cases.needs;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.okno.cases.needs.NeedState.Assigned;
import org.okno.http.AgencyView;
import org.okno.http.ReasonView;
import org.okno.identity.Rows;

/** A need as HTTP shows it. What its state does not have is absent. */
@Schema(name = "Need", description = "One need of a case")
public record NeedView(
    @Schema(description = "Id of the request", required = true) UUID requestId,
    @Schema(description = "Id of the need", required = true) UUID needId,
    @Schema(
            description = "Kind of help. Codes: GET /v1/directory/terms of routing",
            examples = "food",
            required = true)
        String need,
    @Schema(
            description = "Life situation. Codes: GET /v1/directory/terms of routing",
            examples = "lost-job")
        @Nullable String situation,
    @Schema(
            description = "Where the need stands",
            examples = "assigned",
            required = true,
            enumeration = {
              "in-triage",
              "returned",
              "assigned",
              "accepted",
              "in-progress",
              "waiting-for-applicant",
              "resolved",
              "declined",
              "withdrawn"
            })
        String status,
    @Schema(description = "Who has to settle it") @Nullable AgencyView agency,
    @Schema(description = "Name of the rule that assigned it", examples = "nearest-offer")
        @Nullable String rule,
    @Schema(description = "Version of that rule", examples = "1") @Nullable Integer ruleVersion,
    @Schema(description = "Why this agency") @Nullable ReasonView reason,
    @Schema(description = "When it was assigned") @Nullable Instant assignedAt,
    @Schema(description = "When it should be settled") @Nullable Instant dueAt,
    @Schema(description = "When its agency accepted it") @Nullable Instant acceptedAt,
    @Schema(description = "When its agency began to work on it") @Nullable Instant startedAt,
    @Schema(description = "Since when its agency waits for the applicant")
        @Nullable Instant pausedAt,
    @Schema(description = "When its agency got it back after it had resolved it")
        @Nullable Instant reopenedAt,
    @Schema(
            description = "Subject of the specialist who is responsible",
            examples = "b7c2b9d4-0c0e-4b7e-8d43-52c0f6b0e3a1")
        @Nullable String specialist,
    @Schema(description = "When it was resolved, declined or withdrawn")
        @Nullable Instant settledAt,
    @Schema(
            description = "How it ended: a code as in the resolution of a need",
            examples = "helped")
        @Nullable String outcome,
    @Schema(
            description = "Why the agency will not help: a code as in the decline of a need",
            examples = "no-capacity")
        @Nullable String declineReason,
    @Schema(description = "The agencies that declined it, in their order; absent where none did")
        @Nullable List<RefusalView> refusals,
    @Schema(
            description =
                "That the person does not need it any more; its agency settles it where it has begun."
                    + " Absent where they do")
        @Nullable WithdrawalView withdrawal,
    @Schema(
            description = "Version of the need, as in its ETag",
            examples = "1",
            minimum = "1",
            required = true)
        long version) {

  /** What a caller may see of a need of a case, with texts in a language. */
  public static NeedView of(CaseFile file, NeedRow row, Rows permitted, Locale language) {
    return file.isWhole(row, permitted) ? whole(row, language) : existence(row);
  }

  /** The same of a need by itself, such as one of the caller's agency. */
  public static NeedView of(NeedRow row, Rows permitted, Locale language) {
    return Visibility.isWhole(row, permitted) ? whole(row, language) : existence(row);
  }

  /** The need of another agency. */
  private static NeedView existence(NeedRow row) {
    return new NeedView(
        row.requestId(),
        row.id(),
        row.need(),
        null,
        row.status(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        row.version());
  }

  private static NeedView whole(NeedRow row, Locale language) {
    Assigned assigned = row.state().assignment();
    return new NeedView(
        row.requestId(),
        row.id(),
        row.need(),
        row.situation(),
        row.status(),
        assigned == null ? null : AgencyView.of(assigned.agency()),
        row.rule(),
        row.ruleVersion(),
        assigned == null
            ? null
            : ReasonView.of(assigned.reason().reason(), assigned.reason().parameters(), language),
        row.assignedAt(),
        row.dueAt(),
        row.acceptedAt(),
        row.startedAt(),
        row.pausedAt(),
        row.reopenedAt(),
        row.specialist(),
        row.settledAt(),
        row.outcome(),
        row.declineReason(),
        row.refusals() == null ? null : row.refused().stream().map(RefusalView::of).toList(),
        WithdrawalView.of(row.withdrawn()),
        row.version());
  }
}
