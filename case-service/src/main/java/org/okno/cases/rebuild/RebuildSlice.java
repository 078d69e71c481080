package org.okno.cases.rebuild;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jdbi.v3.core.Jdbi;
import org.okno.cases.deadlines.DeadlineRow;
import org.okno.cases.needs.NeedRow;
import org.okno.cases.opening.CaseRow;
import org.okno.cases.programmes.ProgrammeRow;
import org.okno.cases.referrals.ReferralRow;
import org.okno.contracts.CaseEvent;
import org.okno.contracts.RoutingEvent;
import org.okno.messaging.EventCodec;
import org.okno.messaging.JournalRecord;
import org.okno.messaging.Reading;
import org.okno.sql.CopyInsert;

/**
 * Rebuilds the cases of one slice in one transaction: first all their events, which go to the
 * journal as they come; then the decisions, each of which is released as soon as its case is
 * written.
 */
final class RebuildSlice implements Callable<RebuildSlice.Result> {
  private final Slice slice;
  private final TopicReader topics;
  private final EventCodec codec;
  private final Jdbi jdbi;
  private final Set<UUID> erased;
  private final Progress progress;
  private final Map<UUID, CaseLog> logs = new HashMap<>();
  private final List<String> contradictions = new ArrayList<>();
  private long cases;

  /**
   * What came of a slice.
   *
   * @param contradictions a sentence for each case that cannot be rebuilt
   */
  record Result(long cases, List<String> contradictions) {}

  /** What was read of one case so far. */
  private record CaseLog(List<UUID> ids, List<CaseEvent> events, List<RoutingEvent> decisions) {
    CaseLog() {
      this(new ArrayList<>(2), new ArrayList<>(2), new ArrayList<>(1));
    }
  }

  /** The tables of a slice. */
  private record Tables(
      CopyInsert<JournalRecord> journal,
      CopyInsert<CaseRow> cases,
      CopyInsert<NeedRow> needs,
      CopyInsert<DeadlineRow> deadlines,
      CopyInsert<ReferralRow> referrals,
      CopyInsert<ProgrammeRow> programmes) {}

  /**
   * @param erased ids of persons of whom nothing may be kept
   */
  RebuildSlice(
      Slice slice,
      TopicReader topics,
      EventCodec codec,
      Jdbi jdbi,
      Set<UUID> erased,
      Progress progress) {
    this.slice = slice;
    this.topics = topics;
    this.codec = codec;
    this.jdbi = jdbi;
    this.erased = erased;
    this.progress = progress;
  }

  @Override
  public Result call() {
    jdbi.useTransaction(
        handle ->
            rebuild(
                new Tables(
                    RebuiltTables.copy(handle, "journal", JournalRecord.class),
                    RebuiltTables.copy(handle, "cases", CaseRow.class),
                    RebuiltTables.copy(handle, "need", NeedRow.class),
                    RebuiltTables.copy(handle, "deadline", DeadlineRow.class),
                    RebuiltTables.copy(handle, "referral", ReferralRow.class),
                    RebuiltTables.copy(handle, "programme", ProgrammeRow.class))));
    return new Result(cases, List.copyOf(contradictions));
  }

  private void rebuild(Tables tables) {
    topics.read(slice.cases(), record -> readEvent(record, tables.journal()));
    tables.journal().flush();
    topics.read(slice.decisions(), record -> readDecision(record, tables));
    tables.cases().flush();
    tables.needs().flush();
    tables.deadlines().flush();
    tables.referrals().flush();
    tables.programmes().flush();
    logs.keySet()
        .forEach(id -> contradictions.add("case " + id + ": the decision it needs is missing"));
  }

  private void readEvent(ConsumerRecord<String, byte[]> record, CopyInsert<JournalRecord> journal) {
    progress.count();
    if (!slice.holds(record.key())) {
      return;
    }
    switch (codec.read(record.headers(), record.value())) {
      case Reading.Known known when known.event() instanceof CaseEvent event -> {
        CaseLog log = logs.computeIfAbsent(event.requestId(), id -> new CaseLog());
        // Debezium may publish an event again.
        if (!log.ids().contains(known.id())) {
          log.ids().add(known.id());
          log.events().add(event);
          journal.add(JournalRecord.of(known.id(), record));
        }
      }
      case Reading other ->
          contradictions.add(
              "%s, offset %d of partition %d: not an event of a case that this version knows"
                  .formatted(record.topic(), record.offset(), record.partition()));
    }
  }

  /** What the consumer dead-lettered as unreadable made no case; so here. */
  private void readDecision(ConsumerRecord<String, byte[]> record, Tables tables) {
    progress.count();
    if (slice.holds(record.key())
        && codec.read(record.headers(), record.value()) instanceof Reading.Known known
        && known.event() instanceof RoutingEvent decision) {
      apply(decision, tables);
    }
  }

  private void apply(RoutingEvent decision, Tables tables) {
    UUID requestId = decision.questionnaire().requestId();
    CaseLog log = logs.get(requestId);
    // Without a log the service has not handled the decision yet, or the case is written already.
    if (log == null) {
      return;
    }
    log.decisions().add(decision);
    try {
      Optional<RebuiltCase> rebuilt = RebuiltCase.of(log.events(), log.decisions());
      if (rebuilt.isPresent()) {
        tables.cases().add(rebuilt.get().row(erased));
        rebuilt.get().needs().forEach(tables.needs()::add);
        rebuilt.get().deadlines().forEach(tables.deadlines()::add);
        rebuilt.get().referrals().forEach(tables.referrals()::add);
        rebuilt.get().programmes().forEach(tables.programmes()::add);
        cases++;
        logs.remove(requestId);
      }
    } catch (ContradictionException e) {
      contradictions.add(String.valueOf(e.getMessage()));
      logs.remove(requestId);
    }
  }
}
