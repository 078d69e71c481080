package org.okno.cases.opening;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.okno.contracts.Questionnaire;
import org.okno.contracts.RequestStatus;
import org.okno.contracts.SealedBlock;
import org.okno.messaging.Json;
import org.okno.sql.JsonText;

/**
 * A row of the table {@code cases}, to be inserted.
 *
 * @param territoryCandidates where the territory is not clear, as JSON; null where it is
 * @param sealedApplicant a {@link SealedBlock} as JSON; null where a person it is about is erased,
 *     as are the two after it
 * @param version one more than the changes of its needs and persons since it was opened
 */
public record CaseRow(
    UUID requestId,
    String trackingNumber,
    String channel,
    String territory,
    String zone,
    Instant requestedAt,
    Instant receivedAt,
    Instant openedAt,
    String urgency,
    List<String> targetGroups,
    @Nullable JsonText territoryCandidates,
    String status,
    UUID applicantId,
    UUID beneficiaryId,
    boolean applicantErased,
    boolean beneficiaryErased,
    @Nullable String sealedApplicant,
    @Nullable String sealedBeneficiary,
    @Nullable String sealedText,
    long version) {

  /**
   * The row of a case.
   *
   * @param changes of its needs since it was opened
   */
  public static CaseRow of(
      Questionnaire questionnaire,
      Instant openedAt,
      RequestStatus status,
      int changes,
      boolean applicantErased,
      boolean beneficiaryErased) {
    return new CaseRow(
        questionnaire.requestId(),
        questionnaire.trackingNumber(),
        questionnaire.channel(),
        questionnaire.territory().code(),
        questionnaire.territory().zone(),
        questionnaire.requestedAt(),
        questionnaire.receivedAt(),
        openedAt,
        questionnaire.urgency(),
        questionnaire.targetGroups(),
        candidates(questionnaire),
        status.code(),
        questionnaire.applicantId(),
        questionnaire.beneficiaryId(),
        applicantErased,
        beneficiaryErased,
        sealed(questionnaire.sealed().applicant(), applicantErased),
        sealed(questionnaire.sealed().beneficiary(), beneficiaryErased),
        sealed(questionnaire.sealed().text(), applicantErased || beneficiaryErased),
        1L + changes + (applicantErased ? 1 : 0) + (beneficiaryErased ? 1 : 0));
  }

  private static @Nullable JsonText candidates(Questionnaire questionnaire) {
    return questionnaire.territoryCandidates() == null
        ? null
        : new JsonText(Json.write(questionnaire.territoryCandidates()));
  }

  private static @Nullable String sealed(SealedBlock block, boolean erased) {
    return erased ? null : Json.write(block);
  }
}
