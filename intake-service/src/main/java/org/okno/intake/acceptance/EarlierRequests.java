package org.okno.intake.acceptance;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.okno.intake.database.Columns;
import org.okno.intake.vault.Hash;

/** Requests that were accepted before, by the keys that later submissions share with them. */
final class EarlierRequests {
  private static final String FIND =
      """
      select id, tracking_number, received_at, language, external_id_hash, idempotency_key_hash, body_hash
      from request where external_id_hash = any(?)
      union all
      select id, tracking_number, received_at, language, external_id_hash, idempotency_key_hash, body_hash
      from request where idempotency_key_hash = any(?)
      """;

  private final Map<Hash, Earlier> byExternalId = new HashMap<>();
  private final Map<Hash, Earlier> byIdempotencyKey = new HashMap<>();

  private EarlierRequests() {}

  private record Earlier(AcceptedRequest request, Hash body) {}

  /** Those that share a key with one of these submissions. */
  static EarlierRequests of(Connection connection, Collection<Submission> submissions)
      throws SQLException {
    EarlierRequests earlier = new EarlierRequests();
    try (var find = connection.prepareStatement(FIND)) {
      find.setArray(
          1, Columns.bytes(connection, hashes(submissions, RequestKeys::externalId), Hash::bytes));
      find.setArray(
          2,
          Columns.bytes(connection, hashes(submissions, RequestKeys::idempotencyKey), Hash::bytes));
      try (ResultSet rows = find.executeQuery()) {
        while (rows.next()) {
          earlier.add(rows);
        }
      }
    }
    return earlier;
  }

  /**
   * What a submission is, given those before it; empty where none shares a key with it.
   *
   * <p>The same external id with the same questionnaire is a retry, also under another {@code
   * Idempotency-Key}: adapters make a new one after a crash.
   */
  Optional<Outcome> outcome(Submission submission) {
    RequestKeys keys = submission.keys();
    Earlier sameKey =
        keys.idempotencyKey() == null ? null : byIdempotencyKey.get(keys.idempotencyKey());
    if (sameKey != null) {
      return Optional.of(
          sameKey.body.equals(keys.body())
              ? new Outcome.Replayed(sameKey.request)
              : new Outcome.KeyReused());
    }
    Earlier sameId = keys.externalId() == null ? null : byExternalId.get(keys.externalId());
    if (sameId != null) {
      return Optional.of(
          sameId.body.equals(keys.body())
              ? new Outcome.Replayed(sameId.request)
              : new Outcome.ExternalIdReused());
    }
    return Optional.empty();
  }

  private void add(ResultSet row) throws SQLException {
    AcceptedRequest request =
        AcceptedRequest.of(
            row.getObject(1, UUID.class),
            row.getString(2),
            row.getObject(3, OffsetDateTime.class).toInstant(),
            Language.valueOf(row.getString(4)));
    Earlier earlier = new Earlier(request, new Hash(row.getBytes(7)));
    put(byExternalId, row.getBytes(5), earlier);
    put(byIdempotencyKey, row.getBytes(6), earlier);
  }

  private static void put(Map<Hash, Earlier> index, byte @Nullable [] hash, Earlier earlier) {
    if (hash != null) {
      index.put(new Hash(hash), earlier);
    }
  }

  private static List<Hash> hashes(
      Collection<Submission> submissions, Function<RequestKeys, @Nullable Hash> key) {
    return submissions.stream()
        .map(submission -> key.apply(submission.keys()))
        .filter(Objects::nonNull)
        .map(Objects::requireNonNull)
        .toList();
  }
}
