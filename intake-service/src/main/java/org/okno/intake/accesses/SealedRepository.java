package org.okno.intake.accesses;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.okno.contracts.RequestedNeed;
import org.okno.contracts.SealedData;
import org.okno.identity.RowCondition;
import org.okno.identity.Rows;
import org.okno.intake.accesses.SealedRequest.SealedFeedback;
import org.okno.messaging.Json;
import org.okno.sql.JsonText;

/** Reads what requests say about persons, sealed. */
@Singleton
class SealedRepository {
  private static final String FIND =
      """
      select id, applicant_id, beneficiary_id, needs, sealed from request where id = :id
      """;
  private static final String FEEDBACK =
      "select id, answer, words, given_at from feedback where request_id = ? order by given_at, id";
  private static final String IS_PERMITTED =
      "select exists (select from request where id = :id %s)";
  private static final String OF_AGENCY =
      """
      and exists (select from tracked_need n
        where n.request_id = request.id and n.agency_id = :ownAgency and n.status = any(:status))
      """;

  private final Jdbi jdbi;

  SealedRepository(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  private record SealedRow(
      UUID id, UUID applicantId, UUID beneficiaryId, JsonText needs, String sealed) {
    SealedRequest request(List<SealedFeedback> feedback) {
      return SealedRequest.of(
          id,
          applicantId,
          beneficiaryId,
          List.of(Json.read(needs.value(), RequestedNeed[].class)),
          Json.read(sealed, SealedData.class),
          feedback);
    }
  }

  /**
   * Whether there is such a request among the permitted ones.
   *
   * @param status codes that a need of the caller's agency may have
   */
  boolean isPermitted(UUID id, Rows permitted, String... status) {
    RowCondition visible = visible(permitted, status);
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(IS_PERMITTED.formatted(visible.sql()))
                .bind("id", id)
                .bindMap(visible.parameters())
                .mapTo(Boolean.class)
                .one());
  }

  /** A request, whoever may open it; empty where there is none. */
  Optional<SealedRequest> find(UUID id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(FIND)
                .bind("id", id)
                .mapTo(SealedRow.class)
                .findOne()
                .map(row -> row.request(feedback(handle, id))));
  }

  private static List<SealedFeedback> feedback(Handle handle, UUID requestId) {
    return handle.createQuery(FEEDBACK).bind(0, requestId).mapTo(SealedFeedback.class).list();
  }

  private static RowCondition visible(Rows permitted, String... status) {
    return switch (permitted) {
      case Rows.All all -> RowCondition.ALL;
      case Rows.OfAgency(String agency) ->
          new RowCondition(OF_AGENCY, Map.of("ownAgency", agency, "status", status));
      case Rows.OfTerritory territory -> throw permitted.unsupported();
      case Rows.OfChannel channel -> throw permitted.unsupported();
    };
  }
}
