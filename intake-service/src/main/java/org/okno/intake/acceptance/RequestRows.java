package org.okno.intake.acceptance;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.okno.cloudevents.Json;
import org.okno.contracts.Questionnaire;
import org.okno.intake.database.Columns;
import org.okno.intake.vault.Hash;

/** Writes requests; the table's unique keys decide which of them are new. */
final class RequestRows {
  private static final String INSERT =
      """
      insert into request (id, tracking_number, channel, requested_at, received_at, territory, zone,
        applicant_id, beneficiary_id, urgency, target_groups, needs, sealed, consent, language,
        external_id_hash, idempotency_key_hash, body_hash)
      select * from unnest(?::uuid[], ?::text[], ?::text[], ?::timestamptz[], ?::timestamptz[], ?::text[], ?::text[],
        ?::uuid[], ?::uuid[], ?::text[], ?::jsonb[], ?::jsonb[], ?::text[], ?::boolean[], ?::text[],
        ?::bytea[], ?::bytea[], ?::bytea[])
      on conflict do nothing
      returning id
      """;
  private static final JsonMapper JSON = Json.mapper();

  // One order for everybody: two transactions with the same keys wait for each other instead of
  // stopping each other.
  private static final Comparator<Draft> BY_KEYS =
      comparing((Draft draft) -> draft.submission().keys().externalId(), nullsLast(naturalOrder()))
          .thenComparing(
              draft -> draft.submission().keys().idempotencyKey(), nullsLast(naturalOrder()));

  private RequestRows() {}

  /** The ids of those that are new, and written now. */
  static Set<UUID> insert(Connection connection, Collection<Draft> drafts) throws SQLException {
    List<Draft> sorted = drafts.stream().sorted(BY_KEYS).toList();
    Set<UUID> inserted = new HashSet<>();
    try (var insert = connection.prepareStatement(INSERT)) {
      int index = 1;
      for (Array column : columns(connection, sorted)) {
        insert.setArray(index++, column);
      }
      try (var ids = insert.executeQuery()) {
        while (ids.next()) {
          inserted.add(ids.getObject(1, UUID.class));
        }
      }
    }
    return inserted;
  }

  private static List<Array> columns(Connection connection, List<Draft> drafts)
      throws SQLException {
    DraftColumns to = new DraftColumns(connection, drafts, new ArrayList<>());
    to.of("uuid", Questionnaire::requestId);
    to.of("text", Questionnaire::trackingNumber);
    to.of("text", Questionnaire::channel);
    to.of("text", request -> request.requestedAt().toString());
    to.of("text", request -> request.receivedAt().toString());
    to.of("text", request -> request.territory().code());
    to.of("text", request -> request.territory().zone());
    to.of("uuid", Questionnaire::applicantId);
    to.of("uuid", Questionnaire::beneficiaryId);
    to.of("text", Questionnaire::urgency);
    to.of("text", request -> json(request.targetGroups()));
    to.of("text", request -> json(request.needs()));
    to.of("text", request -> json(request.sealed()));
    to.submitted("bool", submission -> submission.form().consent());
    to.submitted("text", submission -> submission.language().name());
    to.hash(RequestKeys::externalId);
    to.hash(RequestKeys::idempotencyKey);
    to.hash(RequestKeys::body);
    return to.columns;
  }

  private record DraftColumns(Connection connection, List<Draft> drafts, List<Array> columns) {
    void of(String type, Function<Questionnaire, Object> column) throws SQLException {
      columns.add(
          Columns.of(connection, type, drafts, draft -> column.apply(draft.questionnaire())));
    }

    void submitted(String type, Function<Submission, Object> column) throws SQLException {
      columns.add(Columns.of(connection, type, drafts, draft -> column.apply(draft.submission())));
    }

    void hash(Function<RequestKeys, @Nullable Hash> column) throws SQLException {
      columns.add(
          Columns.bytes(
              connection,
              drafts,
              draft -> {
                Hash hash = column.apply(draft.submission().keys());
                return hash == null ? null : hash.bytes();
              }));
    }
  }

  private static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a part of a request has no JSON form", e);
    }
  }
}
