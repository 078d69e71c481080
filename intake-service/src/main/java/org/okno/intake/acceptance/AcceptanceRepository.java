package org.okno.intake.acceptance;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;
import static java.util.Objects.requireNonNull;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.okno.contracts.Questionnaire;
import org.okno.contracts.RequestedNeed;
import org.okno.intake.acceptance.EarlierRequests.Earlier;
import org.okno.intake.vault.Hash;
import org.okno.messaging.Json;
import org.okno.sql.BatchInsert;
import org.okno.sql.JsonText;

/** Inserts into the table {@code request}, whose unique keys decide which requests are new. */
@Singleton
final class AcceptanceRepository {
  private static final String FIND_EARLIER =
      """
      select id, tracking_number, received_at, language, needs, external_id_hash, idempotency_key_hash, body_hash
      from request where external_id_hash = any(:externalIds)
      union all
      select id, tracking_number, received_at, language, needs, external_id_hash, idempotency_key_hash, body_hash
      from request where idempotency_key_hash = any(:idempotencyKeys)
      """;

  // The same order everywhere: two transactions with the same keys wait for each other and do not
  // deadlock.
  private static final Comparator<Draft> BY_KEYS =
      comparing((Draft draft) -> draft.submission().keys().externalId(), nullsLast(naturalOrder()))
          .thenComparing(
              draft -> draft.submission().keys().idempotencyKey(), nullsLast(naturalOrder()));

  private final Jdbi jdbi;
  private final BatchInsert batchInsert;

  AcceptanceRepository(Jdbi jdbi, BatchInsert batchInsert) {
    this.jdbi = jdbi;
    this.batchInsert = batchInsert;
  }

  private record RequestRow(
      UUID id,
      String trackingNumber,
      String channel,
      Instant requestedAt,
      Instant receivedAt,
      String territory,
      String zone,
      UUID applicantId,
      UUID beneficiaryId,
      String urgency,
      JsonText targetGroups,
      JsonText needs,
      String sealed,
      @Nullable JsonText territoryCandidates,
      boolean consent,
      String language,
      byte @Nullable [] externalIdHash,
      byte @Nullable [] idempotencyKeyHash,
      byte[] bodyHash) {

    static RequestRow of(Draft draft) {
      Questionnaire questionnaire = draft.questionnaire();
      RequestKeys keys = draft.submission().keys();
      return new RequestRow(
          questionnaire.requestId(),
          questionnaire.trackingNumber(),
          questionnaire.channel(),
          questionnaire.requestedAt(),
          questionnaire.receivedAt(),
          questionnaire.territory().code(),
          questionnaire.territory().zone(),
          questionnaire.applicantId(),
          questionnaire.beneficiaryId(),
          questionnaire.urgency(),
          new JsonText(Json.write(questionnaire.targetGroups())),
          new JsonText(Json.write(questionnaire.needs())),
          Json.write(questionnaire.sealed()),
          questionnaire.territoryCandidates() == null
              ? null
              : new JsonText(Json.write(questionnaire.territoryCandidates())),
          draft.submission().form().consent(),
          draft.submission().language().getLanguage(),
          Hash.bytes(keys.externalId()),
          Hash.bytes(keys.idempotencyKey()),
          keys.body().bytes());
    }
  }

  private record EarlierRow(
      UUID id,
      String trackingNumber,
      Instant receivedAt,
      String language,
      JsonText needs,
      byte @Nullable [] externalIdHash,
      byte @Nullable [] idempotencyKeyHash,
      byte[] bodyHash) {

    Earlier earlier() {
      return new Earlier(
          AcceptedRequest.of(
              id,
              trackingNumber,
              receivedAt,
              Locale.of(language),
              List.of(Json.read(needs.value(), RequestedNeed[].class))),
          new RequestKeys(
              Hash.of(externalIdHash),
              Hash.of(idempotencyKeyHash),
              requireNonNull(Hash.of(bodyHash))));
    }
  }

  /** The ids of those that are new, and inserted now. */
  Set<UUID> insert(Collection<Draft> drafts) {
    return batchInsert.insertReturning(
        "request",
        drafts.stream().sorted(BY_KEYS).map(RequestRow::of).toList(),
        "on conflict do nothing returning id",
        UUID.class);
  }

  /** Requests that share a key with one of these submissions. */
  EarlierRequests findEarlier(Collection<Submission> submissions) {
    return new EarlierRequests(
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(FIND_EARLIER)
                    .bind("externalIds", hashes(submissions, RequestKeys::externalId))
                    .bind("idempotencyKeys", hashes(submissions, RequestKeys::idempotencyKey))
                    .mapTo(EarlierRow.class)
                    .map(EarlierRow::earlier)
                    .list()));
  }

  private static byte[][] hashes(
      Collection<Submission> submissions, Function<RequestKeys, @Nullable Hash> key) {
    return submissions.stream()
        .map(submission -> Hash.bytes(key.apply(submission.keys())))
        .filter(Objects::nonNull)
        .toArray(byte[][]::new);
  }
}
