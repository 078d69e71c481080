package org.okno.intake.requests;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.okno.contracts.Questionnaire;
import org.okno.contracts.Questionnaire.TerritoryCandidate;
import org.okno.contracts.RequestedNeed;
import org.okno.contracts.SealedData;
import org.okno.contracts.TerritoryRef;
import org.okno.identity.RowCondition;
import org.okno.identity.Rows;
import org.okno.messaging.Json;
import org.okno.sql.JsonText;

/** Accepted requests as events carry them, to be changed. */
@Singleton
public class QuestionnaireRepository {
  private static final String LOCK =
      """
      select id, tracking_number, channel, requested_at, received_at, territory, zone, applicant_id, beneficiary_id,
        target_groups, urgency, needs, sealed, territory_candidates, consent, version
      from request where id = :id %s for no key update
      """;

  private final Jdbi jdbi;

  QuestionnaireRepository(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  private record LockedRow(
      UUID id,
      String trackingNumber,
      String channel,
      Instant requestedAt,
      Instant receivedAt,
      String territory,
      String zone,
      UUID applicantId,
      UUID beneficiaryId,
      JsonText targetGroups,
      String urgency,
      JsonText needs,
      String sealed,
      @Nullable JsonText territoryCandidates,
      boolean consent,
      long version) {

    StoredQuestionnaire stored() {
      return new StoredQuestionnaire(questionnaire(), consent, version);
    }

    private Questionnaire questionnaire() {
      return new Questionnaire(
          id,
          trackingNumber,
          channel,
          requestedAt,
          receivedAt,
          new TerritoryRef(territory, zone),
          applicantId,
          beneficiaryId,
          List.of(Json.read(targetGroups.value(), String[].class)),
          urgency,
          List.of(Json.read(needs.value(), RequestedNeed[].class)),
          Json.read(sealed, SealedData.class),
          territoryCandidates == null
              ? null
              : List.of(Json.read(territoryCandidates.value(), TerritoryCandidate[].class)));
    }
  }

  /**
   * A request, which nobody else changes until the transaction ends: its events follow one another
   * in the journal. Empty where it is not among the permitted rows.
   */
  @Transactional(TxType.MANDATORY)
  public Optional<StoredQuestionnaire> lock(UUID id, Rows permitted) {
    RowCondition visible = RequestRepository.visible(permitted);
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(LOCK.formatted(visible.sql()))
                .bind("id", id)
                .bindMap(visible.parameters())
                .mapTo(LockedRow.class)
                .map(LockedRow::stored)
                .findOne());
  }
}
