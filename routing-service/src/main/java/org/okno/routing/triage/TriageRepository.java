package org.okno.routing.triage;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;
import org.okno.contracts.Questionnaire;
import org.okno.contracts.RoutingEvent.NeedHeld;
import org.okno.contracts.RoutingEvent.RequestCorrected;
import org.okno.contracts.RoutingEvent.RequestHeld;
import org.okno.http.Cursor;
import org.okno.identity.Rows;
import org.okno.messaging.Json;
import org.okno.routing.directory.CurrentDirectory;
import org.okno.sql.BatchInsert;
import org.okno.sql.JsonText;

/** The entries of the desk. */
@Singleton
class TriageRepository implements PanacheRepositoryBase<TriageEntryEntity, UUID> {
  // An entry keeps its position while it waits: a walk sees each that was there when it began once.
  private static final String PAGE =
      """
      select * from triage_entry
      where state = 'waiting' and (urgency_rank, received_at, request_id) > (:rank, :receivedAt, :requestId) %s
      order by urgency_rank, received_at, request_id
      """;
  private static final String COUNTS =
      """
      select count(*) as total, coalesce(sum(waiting_needs), 0) as needs,
        count(*) filter (where urgency_rank = 0) as emergencies,
        count(*) filter (where claimed_by is null or claimed_until <= :at) as unclaimed,
        min(received_at) as oldest
      from triage_entry where state = 'waiting' %s
      """;

  private final BatchInsert batchInsert;
  private final CurrentDirectory directory;

  TriageRepository(BatchInsert batchInsert, CurrentDirectory directory) {
    this.batchInsert = batchInsert;
    this.directory = directory;
  }

  /** The sort key of the desk. */
  record Position(int urgencyRank, Instant receivedAt, UUID requestId) {
    /** Before every entry. */
    static final Position START = new Position(-1, Instant.EPOCH, new UUID(0, 0));

    /**
     * Where a page begins.
     *
     * @throws org.okno.http.ProblemException 400 where the cursor is of another list
     */
    static Position of(@Nullable Cursor cursor) {
      return cursor == null
          ? START
          : new Position(
              cursor.part(0, Integer::parseInt),
              cursor.instant(1),
              cursor.part(2, UUID::fromString));
    }
  }

  private record NewEntry(
      UUID requestId,
      String state,
      int waitingNeeds,
      JsonText questionnaire,
      JsonText held,
      Instant heldAt,
      Instant receivedAt,
      long version) {}

  /** Inserts entries; a request that has its entry already is left as it is. */
  void insert(List<RequestHeld> held) {
    batchInsert.insert(
        "triage_entry",
        held.stream().map(TriageRepository::entry).toList(),
        "on conflict (request_id) do nothing");
  }

  /** Puts a need on the desk that came back from its agency. In a transaction. */
  void hold(NeedHeld back) {
    TriageNeed need = TriageNeed.of(back);
    batchInsert.insert(
        "triage_entry",
        List.of(entry(back.questionnaire(), List.of(need), back.decidedAt())),
        "on conflict (request_id) do nothing");
    locked(back.questionnaire().requestId()).orElseThrow().hold(need);
  }

  /**
   * Corrects the entry of a request, and puts new needs on the desk. Where it has no entry and
   * nothing new is held, there is nothing to correct. In a transaction.
   */
  void correct(RequestCorrected corrected) {
    List<TriageNeed> held =
        corrected.held().stream()
            .map(need -> TriageNeed.of(need, corrected.questionnaire()))
            .toList();
    if (!held.isEmpty()) {
      batchInsert.insert(
          "triage_entry",
          List.of(entry(corrected.questionnaire(), held, corrected.decidedAt())),
          "on conflict (request_id) do nothing");
    }
    locked(corrected.questionnaire().requestId())
        .ifPresent(entry -> entry.correct(corrected.questionnaire(), held));
  }

  /** The entry of a request, kept from changing until the transaction ends. */
  Optional<TriageEntryEntity> locked(UUID requestId) {
    return findByIdOptional(requestId, LockModeType.PESSIMISTIC_WRITE);
  }

  private static NewEntry entry(RequestHeld held) {
    return entry(
        held.questionnaire(),
        held.held().stream().map(need -> TriageNeed.of(need, held.questionnaire())).toList(),
        held.decidedAt());
  }

  private static NewEntry entry(
      Questionnaire questionnaire, List<TriageNeed> needs, Instant heldAt) {
    return new NewEntry(
        questionnaire.requestId(),
        TriageEntryEntity.WAITING,
        needs.size(),
        new JsonText(Json.write(questionnaire)),
        new JsonText(Json.write(needs)),
        heldAt,
        questionnaire.receivedAt(),
        1);
  }

  /**
   * Waiting entries behind a position: emergencies first, then whoever has waited longest.
   *
   * @param caller subject of whoever asks
   */
  List<TriageEntryEntity> waiting(
      Position behind, TriageQuery query, Rows permitted, String caller, Instant now, int limit) {
    return desk(PAGE, TriageEntryEntity.class, query, permitted, caller, now)
        .setParameter("rank", behind.urgencyRank())
        .setParameter("receivedAt", behind.receivedAt())
        .setParameter("requestId", behind.requestId())
        .setMaxResults(limit)
        .getResultList();
  }

  /** Counts what the list shows. */
  TriageCounts counts(TriageQuery query, Rows permitted, String caller, Instant now) {
    return desk(COUNTS, TriageCounts.class, query, permitted, caller, now)
        .setParameter("at", now)
        .addScalar("total", Long.class)
        .addScalar("needs", Long.class)
        .addScalar("emergencies", Long.class)
        .addScalar("unclaimed", Long.class)
        .addScalar("oldest", Instant.class)
        .getSingleResult();
  }

  private <T> NativeQuery<T> desk(
      String sql, Class<T> type, TriageQuery query, Rows permitted, String caller, Instant now) {
    NativeQuery<T> prepared =
        getSession()
            .createNativeQuery(sql.formatted(condition(permitted) + query.conditions()), type);
    query.parameters(within(query), caller, now).forEach(prepared::setParameter);
    if (permitted instanceof Rows.OfTerritory(String own)) {
      prepared.setParameter("territories", directory.snapshot().within(own));
    }
    return prepared;
  }

  private Set<String> within(TriageQuery query) {
    return query.territory() == null ? Set.of() : directory.snapshot().within(query.territory());
  }

  /** An entry; empty where it is not among the permitted rows. */
  Optional<TriageEntryEntity> find(UUID requestId, Rows permitted) {
    return findByIdOptional(requestId).filter(entry -> isPermitted(entry, permitted));
  }

  /** The same, kept from changing until the transaction ends. */
  Optional<TriageEntryEntity> locked(UUID requestId, Rows permitted) {
    return locked(requestId).filter(entry -> isPermitted(entry, permitted));
  }

  private boolean isPermitted(TriageEntryEntity entry, Rows permitted) {
    return switch (permitted) {
      case Rows.All all -> true;
      case Rows.OfTerritory(String own) ->
          directory.snapshot().within(own).contains(entry.questionnaire().territory().code());
      case Rows.OfAgency agency -> throw permitted.unsupported();
      case Rows.OfChannel channel -> throw permitted.unsupported();
    };
  }

  private static String condition(Rows permitted) {
    return switch (permitted) {
      case Rows.All all -> "";
      case Rows.OfTerritory own -> " and territory in (:territories)";
      case Rows.OfAgency agency -> throw permitted.unsupported();
      case Rows.OfChannel channel -> throw permitted.unsupported();
    };
  }
}
