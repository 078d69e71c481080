package org.okno.casework.lists;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.okno.casework.needs.CaseFile;
import org.okno.casework.needs.NeedView;
import org.okno.casework.needs.StoredCase;

/**
 * A case as HTTP shows it.
 *
 * @param territory code
 * @param status {@code in-triage}, {@code assigned}, {@code in-work} or {@code settled}
 * @param applicant who asked
 * @param beneficiary who needs help; often the same person
 * @param needs in the order they were asked for
 * @param history oldest first
 */
@Schema(name = "Case")
public record CaseView(
    UUID requestId,
    String trackingNumber,
    @Schema(examples = "hotline") String channel,
    String territory,
    Instant requestedAt,
    Instant receivedAt,
    Instant openedAt,
    @Schema(examples = "normal") String urgency,
    List<String> targetGroups,
    @Schema(examples = "assigned") String status,
    Person applicant,
    Person beneficiary,
    List<NeedView> needs,
    List<Happening> history) {

  /**
   * A person, as far as a case knows them.
   *
   * @param state {@code sealed}: the vault of intake can open their data; {@code erased}: nobody
   *     can
   */
  public record Person(UUID personId, @Schema(examples = "sealed") String state) {
    static Person of(UUID personId, boolean erased) {
      return new Person(personId, erased ? "erased" : "sealed");
    }
  }

  /**
   * Something that happened to the case.
   *
   * @param type of the event, for example {@code org.okno.case.need-accepted.v1}
   * @param needId the need it happened to; left out for what concerns the whole case
   */
  public record Happening(
      @Schema(examples = "org.okno.case.need-accepted.v1") String type,
      Instant at,
      @Nullable UUID needId) {}

  static CaseView of(CaseFile file, List<Happening> history) {
    StoredCase row = file.theCase();
    return new CaseView(
        row.requestId(),
        row.trackingNumber(),
        row.channel(),
        row.territory().code(),
        row.requestedAt(),
        row.receivedAt(),
        row.openedAt(),
        row.urgency(),
        row.targetGroups(),
        row.status(),
        Person.of(row.applicantId(), row.applicantErased()),
        Person.of(row.beneficiaryId(), row.beneficiaryErased()),
        file.needs().stream().map(NeedView::of).toList(),
        history);
  }
}
