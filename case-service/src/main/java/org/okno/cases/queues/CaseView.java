package org.okno.cases.queues;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.okno.cases.needs.CaseFile;
import org.okno.cases.needs.NeedView;
import org.okno.contracts.CaseEvent;
import org.okno.identity.Rows;

/** A case as HTTP shows it. */
@Schema(name = "Case", description = "A request being worked on, with its needs and its history")
public record CaseView(
    @Schema(description = "Id of the request", required = true) UUID requestId,
    @Schema(description = "As people know the request", examples = "7K3M-90QX-4Z", required = true)
        String trackingNumber,
    @Schema(
            description = "Where the request came in. Codes: GET /v1/channels of intake",
            examples = "hotline",
            required = true)
        String channel,
    @Schema(
            description = "Where the person is. Codes: GET /v1/directory/territories of routing",
            examples = "92701000",
            required = true)
        String territory,
    @Schema(description = "When the person asked", required = true) Instant requestedAt,
    @Schema(description = "When Okno had the request", required = true) Instant receivedAt,
    @Schema(description = "When the case was opened", required = true) Instant openedAt,
    @Schema(
            description = "How urgent it is",
            examples = "normal",
            enumeration = {"planned", "normal", "urgent", "emergency"},
            required = true)
        String urgency,
    @Schema(
            description = "Groups the person belongs to. Codes: GET /v1/directory/terms of routing",
            examples = "[\"large-family\"]",
            required = true)
        List<String> targetGroups,
    @Schema(
            description = "Where the case stands, by the status of its needs",
            examples = "assigned",
            enumeration = {"in-triage", "assigned", "in-work", "settled"},
            required = true)
        String status,
    @Schema(description = "Who asked", required = true) Person applicant,
    @Schema(description = "Who needs help; often the same person", required = true)
        Person beneficiary,
    @Schema(description = "Its needs, in the order they were asked for", required = true)
        List<NeedView> needs,
    @Schema(description = "What happened to it, oldest first", required = true)
        List<HistoryEntry> history) {

  /** A person, as far as a case knows them. */
  @Schema(description = "A person, as far as a case knows them")
  public record Person(
      @Schema(description = "Id of the person", required = true) UUID personId,
      @Schema(
              description = "Sealed: the vault of intake can open their data; erased: nobody can",
              examples = "sealed",
              enumeration = {"sealed", "erased"},
              required = true)
          String state) {

    private static Person of(UUID personId, boolean erased) {
      return new Person(personId, erased ? "erased" : "sealed");
    }
  }

  /** What a caller may see of a case: of the needs of other agencies only that they exist. */
  static CaseView of(CaseFile file, List<CaseEvent> history, Rows permitted, Locale language) {
    CaseFile.Head head = file.head();
    return new CaseView(
        head.requestId(),
        head.trackingNumber(),
        head.channel(),
        head.territory(),
        head.requestedAt(),
        head.receivedAt(),
        head.openedAt(),
        head.urgency(),
        head.targetGroups(),
        file.status().code(),
        Person.of(head.applicantId(), head.applicantErased()),
        Person.of(head.beneficiaryId(), head.beneficiaryErased()),
        file.needs().stream().map(need -> NeedView.of(file, need, permitted, language)).toList(),
        HistoryEntry.of(history, file, permitted, language));
  }
}
