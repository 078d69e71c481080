package org.okno.intake.tracking;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.okno.contracts.NeedStatus;
import org.okno.contracts.RequestStatus;
import org.okno.intake.tracking.TrackingRepository.TrackedRow;

/** What the person may know. It names no person: a tracking number can be overheard. */
@Schema(description = "Where a request stands; no personal data")
record TrackedRequest(
    @Schema(description = "The tracking number", required = true, examples = "7K3M-90QX-4T")
        String number,
    @Schema(
            description = "Where the request stands",
            required = true,
            enumeration = {"received", "in-triage", "assigned", "in-work", "settled"},
            examples = "in-work")
        String status,
    @Schema(description = "What happens to it", required = true) Explanation explanation,
    @Schema(description = "Since when Okno keeps it", required = true) Instant receivedAt,
    @Schema(description = "When anything of it changed last", required = true) Instant changedAt,
    @Schema(description = "When it was withdrawn; absent where it was not")
        @Nullable Instant withdrawnAt,
    @Schema(description = "Its needs; empty until a case is opened", required = true)
        List<Need> needs) {

  /** One kind of help. */
  @Schema(name = "TrackedNeed", description = "One kind of help")
  record Need(
      @Schema(
              description =
                  "What is needed. Codes: GET /v1/needs, or unclear until a dispatcher has found out",
              required = true,
              examples = "food")
          String need,
      @Schema(
              description = "Where this need stands",
              required = true,
              enumeration = {"in-triage", "assigned", "in-work", "settled"},
              examples = "in-work")
          String status,
      @Schema(description = "The agency that has it", examples = "Служба помощи")
          @Nullable String agency,
      @Schema(description = "Since when it stands there", required = true) Instant since,
      @Schema(description = "What happens to it", required = true) Explanation explanation) {}

  /** As long as cases reopen a need that did not help. */
  private static final Duration REOPENED_WITHIN = Duration.ofDays(30);

  /**
   * The request that these rows are of.
   *
   * @param rows at least one
   */
  static TrackedRequest of(String number, List<TrackedRow> rows, Locale language) {
    TrackedRow first = rows.getFirst();
    TrackedState state = TrackedState.of(rows);
    return new TrackedRequest(
        number,
        state.status().code(),
        explanation(first, state, language),
        first.receivedAt(),
        state.changedAt(),
        first.withdrawnAt(),
        state.needs().stream().map(need -> view(need, first.zone(), language)).toList());
  }

  private static Explanation explanation(TrackedRow row, TrackedState state, Locale language) {
    if (row.withdrawnAt() == null) {
      return Explanation.of(
          "request." + state.status().code(), null, by(state), row.zone(), language);
    }
    String key =
        state.status() == RequestStatus.SETTLED ? "request.withdrawn" : "request.withdrawing";
    return Explanation.of(key, null, null, row.zone(), language);
  }

  private static Need view(TrackedNeed need, String zone, Locale language) {
    return new Need(
        need.need(),
        TrackedState.status(List.of(need)).code(),
        need.agency(),
        need.since(),
        Explanation.of("need." + need.status(), need.agency(), by(need), zone, language));
  }

  /** When the last of the open needs is due; how long a settled request can be opened again. */
  private static @Nullable Instant by(TrackedState state) {
    return state.needs().stream()
        .filter(need -> isSettled(need) == (state.status() == RequestStatus.SETTLED))
        .map(TrackedRequest::by)
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  /** No time where it is not known, or does not run. */
  private static @Nullable Instant by(TrackedNeed need) {
    return switch (NeedStatus.ofCode(need.status())) {
      case ASSIGNED, ACCEPTED, IN_PROGRESS -> need.dueAt();
      case RESOLVED -> need.since().plus(REOPENED_WITHIN);
      case IN_TRIAGE, RETURNED, WAITING_FOR_APPLICANT, DECLINED, WITHDRAWN -> null;
    };
  }

  private static boolean isSettled(TrackedNeed need) {
    return NeedStatus.ofCode(need.status()).isSettled();
  }
}
