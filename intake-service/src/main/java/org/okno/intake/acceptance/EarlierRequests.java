package org.okno.intake.acceptance;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.okno.http.Problem;
import org.okno.intake.vault.Hash;

/** Requests that were accepted before, by the keys that later submissions share with them. */
final class EarlierRequests {
  private final Map<Hash, Earlier> byExternalId = new HashMap<>();
  private final Map<Hash, Earlier> byIdempotencyKey = new HashMap<>();

  EarlierRequests(List<Earlier> requests) {
    for (Earlier request : requests) {
      put(byExternalId, request.keys.externalId(), request);
      put(byIdempotencyKey, request.keys.idempotencyKey(), request);
    }
  }

  /** A request with its keys. */
  record Earlier(AcceptedRequest request, RequestKeys keys) {}

  /**
   * The outcome of a submission, given the earlier ones; empty where none shares a key with it.
   *
   * <p>The same external id with the same questionnaire is a retry, also with another {@code
   * Idempotency-Key}: adapters generate a new one after a crash.
   */
  Optional<Outcome> outcome(Submission submission) {
    RequestKeys keys = submission.keys();
    return find(byIdempotencyKey, keys.idempotencyKey())
        .map(earlier -> outcome(keys, earlier, keyReused()))
        .or(
            () ->
                find(byExternalId, keys.externalId())
                    .map(earlier -> outcome(keys, earlier, externalIdReused())));
  }

  private static Outcome outcome(RequestKeys keys, Earlier earlier, Problem otherBody) {
    return earlier.keys.body().equals(keys.body())
        ? new Outcome.Replayed(earlier.request)
        : new Outcome.Rejected(otherBody);
  }

  private static Problem keyReused() {
    return Problem.of(
        422,
        "idempotency-key-reused",
        "This Idempotency-Key belongs to another questionnaire",
        "Use a new key for each questionnaire, and the same key only to send the same one again.");
  }

  private static Problem externalIdReused() {
    return Problem.of(
        409,
        "external-id-reused",
        "The channel gave this externalId to another questionnaire",
        "Use a new externalId for each questionnaire; an accepted request cannot be changed by"
            + " sending it differently.");
  }

  private static Optional<Earlier> find(Map<Hash, Earlier> index, @Nullable Hash hash) {
    return hash == null ? Optional.empty() : Optional.ofNullable(index.get(hash));
  }

  private static void put(Map<Hash, Earlier> index, @Nullable Hash hash, Earlier earlier) {
    if (hash != null) {
      index.put(hash, earlier);
    }
  }
}
