package org.okno.intake.tracking;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
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
    @Schema(description = "Since when Okno keeps it", required = true) Instant receivedAt,
    @Schema(description = "When anything of it changed last", required = true) Instant changedAt,
    @Schema(description = "Its needs; empty until a case is opened", required = true)
        List<Need> needs) {

  /** One kind of help. */
  @Schema(name = "TrackedNeed", description = "One kind of help")
  record Need(
      @Schema(
              description = "What is needed. Codes: GET /v1/needs",
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
      @Schema(description = "Since when it stands there", required = true) Instant since) {}

  /**
   * The request that these rows are of.
   *
   * @param rows at least one
   */
  static TrackedRequest of(String number, List<TrackedRow> rows) {
    List<TrackedNeed> needs = rows.stream().map(TrackedRow::need).filter(Objects::nonNull).toList();
    Instant receivedAt = rows.getFirst().receivedAt();
    return new TrackedRequest(
        number,
        status(needs),
        receivedAt,
        needs.stream().map(TrackedNeed::since).max(Comparator.naturalOrder()).orElse(receivedAt),
        needs.stream()
            .map(one -> new Need(one.need(), status(List.of(one)), one.agency(), one.since()))
            .toList());
  }

  /** The status of a request with these needs. */
  private static String status(Collection<TrackedNeed> needs) {
    return RequestStatus.of(needs.stream().map(need -> NeedStatus.ofCode(need.status())).toList())
        .code();
  }
}
