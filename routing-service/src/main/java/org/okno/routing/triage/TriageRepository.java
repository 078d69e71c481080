package org.okno.routing.triage;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.okno.contracts.Questionnaire;
import org.okno.contracts.RoutingEvent.NeedHeld;
import org.okno.contracts.RoutingEvent.RequestCorrected;
import org.okno.contracts.RoutingEvent.RequestHeld;
import org.okno.identity.Rows;
import org.okno.messaging.Json;
import org.okno.routing.directory.CurrentDirectory;
import org.okno.sql.BatchInsert;
import org.okno.sql.JsonText;

/** The entries of the desk. Ids are UUIDv7: their order is the order of arrival. */
@Singleton
class TriageRepository implements PanacheRepositoryBase<TriageEntryEntity, UUID> {
  private static final String WAITING = "state = :state ";

  private final BatchInsert batchInsert;
  private final CurrentDirectory directory;

  TriageRepository(BatchInsert batchInsert, CurrentDirectory directory) {
    this.batchInsert = batchInsert;
    this.directory = directory;
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
        1);
  }

  /** Waiting entries behind an id, oldest first. */
  List<TriageEntryEntity> waiting(@Nullable UUID after, Rows permitted, int limit) {
    Parameters parameters = waitingOf(permitted);
    String behind = after == null ? "" : "and requestId > :after ";
    if (after != null) {
      parameters.and("after", after);
    }
    return find(WAITING + condition(permitted) + behind + "order by requestId", parameters)
        .page(0, limit)
        .list();
  }

  /** Counts what the list shows. */
  Counts counts(Rows permitted) {
    return find(
            "select count(*), coalesce(sum(waitingNeeds), 0) from TriageEntryEntity where "
                + WAITING
                + condition(permitted),
            waitingOf(permitted))
        .project(Counts.class)
        .singleResult();
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
    return permitted instanceof Rows.All ? "" : "and territory in :territories ";
  }

  private Parameters waitingOf(Rows permitted) {
    Parameters parameters = Parameters.with("state", TriageEntryEntity.WAITING);
    return switch (permitted) {
      case Rows.All all -> parameters;
      case Rows.OfTerritory(String own) ->
          parameters.and("territories", directory.snapshot().within(own));
      case Rows.OfAgency agency -> throw permitted.unsupported();
      case Rows.OfChannel channel -> throw permitted.unsupported();
    };
  }
}
