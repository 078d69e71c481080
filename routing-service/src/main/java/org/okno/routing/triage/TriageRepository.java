package org.okno.routing.triage;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.okno.contracts.RoutingEvent.RequestHeld;
import org.okno.messaging.Json;
import org.okno.sql.BatchInsert;
import org.okno.sql.JsonText;

/** The entries of the desk. Ids are UUIDv7: their order is the order of arrival. */
@Singleton
class TriageRepository implements PanacheRepositoryBase<TriageEntryEntity, UUID> {
  private final BatchInsert batchInsert;

  TriageRepository(BatchInsert batchInsert) {
    this.batchInsert = batchInsert;
  }

  /** How much waits for a dispatcher. */
  @Schema(description = "How much waits for a dispatcher")
  public record Counts(
      @Schema(description = "Requests", examples = "12", required = true) long total,
      @Schema(description = "Needs in them", examples = "15", required = true) long needs) {}

  private record NewEntry(
      UUID requestId,
      String state,
      int waitingNeeds,
      JsonText questionnaire,
      JsonText held,
      Instant heldAt,
      long version) {}

  /** Inserts entries; a request that has its entry already is left as it is. */
  void insert(List<RequestHeld> held) {
    batchInsert.insert(
        "triage_entry",
        held.stream().map(TriageRepository::entry).toList(),
        "on conflict (request_id) do nothing");
  }

  private static NewEntry entry(RequestHeld held) {
    return new NewEntry(
        held.questionnaire().requestId(),
        TriageEntryEntity.WAITING,
        held.held().size(),
        new JsonText(Json.write(held.questionnaire())),
        new JsonText(Json.write(held.held().stream().map(TriageNeed::of).toList())),
        held.decidedAt(),
        1);
  }

  /** Waiting entries behind an id, oldest first. */
  List<TriageEntryEntity> waiting(@Nullable UUID after, int limit) {
    return (after == null
            ? find("state = ?1 order by requestId", TriageEntryEntity.WAITING)
            : find(
                "state = ?1 and requestId > ?2 order by requestId",
                TriageEntryEntity.WAITING,
                after))
        .page(0, limit)
        .list();
  }

  Counts counts() {
    return find(
            "select count(*), coalesce(sum(waitingNeeds), 0) from TriageEntryEntity where state = ?1",
            TriageEntryEntity.WAITING)
        .project(Counts.class)
        .singleResult();
  }

  /** An entry, kept from changing until the transaction ends. */
  Optional<TriageEntryEntity> locked(UUID requestId) {
    return findByIdOptional(requestId, LockModeType.PESSIMISTIC_WRITE);
  }
}
