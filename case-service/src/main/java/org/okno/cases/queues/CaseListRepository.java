package org.okno.cases.queues;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.okno.cases.needs.Visibility;
import org.okno.contracts.CaseEvent;
import org.okno.contracts.EventType;
import org.okno.contracts.NeedStatus;
import org.okno.contracts.RequestStatus;
import org.okno.identity.RowCondition;
import org.okno.identity.Rows;
import org.okno.messaging.Json;

/** All cases, their counts, and their histories. */
@Singleton
class CaseListRepository {
  private static final UUID HIGHEST = UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff");
  private static final String PAGE =
      """
      select request_id, tracking_number, channel, territory, requested_at, opened_at, urgency, status
      from cases c where request_id < :before %s order by request_id desc limit :limit
      """;
  // A range of the index for each territory, merged: the cost depends on the page alone.
  private static final String PAGE_OF_TERRITORY =
      "select page.* from "
          + RowCondition.OWN_TERRITORIES
          + "own cross join lateral ("
          + PAGE.formatted("and c.territory = own.code %s")
          + ") page order by request_id desc limit :limit";
  // One statement, so that both counts are of the same snapshot.
  private static final String COUNTS =
      """
      select 'case' as kind, status, count(*) as number from cases group by status
      union all
      select 'need', status, count(*) from need group by status
      """;
  private static final String COUNTS_OF_TERRITORY =
      """
      with c as materialized (select request_id, status from cases c where true %s)
      select 'case' as kind, status, count(*) as number from c group by status
      union all
      select 'need', n.status, count(*) from c join need n on n.request_id = c.request_id group by n.status
      """;
  private static final String HISTORY =
      "select type, payload from journal where event_key = :key order by seq";

  private final Jdbi jdbi;

  CaseListRepository(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  private record Count(String kind, String status, long number) {}

  private record JournalRow(String type, String payload) {
    CaseEvent event() {
      EventType known = EventType.named(type).orElseThrow();
      return (CaseEvent) Json.read(payload, known.record());
    }
  }

  /**
   * Cases, newest request first.
   *
   * @param before request id of the last case of the page before; null for the first page
   * @param status only cases with this status; null for all
   */
  List<CaseSummary> page(
      @Nullable UUID before, @Nullable RequestStatus status, Rows permitted, int limit) {
    String page = permitted instanceof Rows.OfTerritory ? PAGE_OF_TERRITORY : PAGE;
    String sql = page.formatted(status == null ? "" : "and status = '%s'".formatted(status.code()));
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(sql)
                .bind("before", before == null ? HIGHEST : before)
                .bind("limit", limit)
                .bindMap(Visibility.ofLists(permitted).parameters())
                .mapTo(CaseSummary.class)
                .list());
  }

  /** Counts the rows that the lists show. */
  CaseCounts counts(Rows permitted) {
    RowCondition visible = Visibility.ofLists(permitted);
    String sql = visible.sql().isEmpty() ? COUNTS : COUNTS_OF_TERRITORY.formatted(visible.sql());
    List<Count> counts =
        jdbi.withHandle(
            handle ->
                handle.createQuery(sql).bindMap(visible.parameters()).mapTo(Count.class).list());
    List<String> caseStatuses =
        Arrays.stream(RequestStatus.values())
            .filter(Predicate.not(RequestStatus.RECEIVED::equals))
            .map(RequestStatus::code)
            .toList();
    List<String> needStatuses = Arrays.stream(NeedStatus.values()).map(NeedStatus::code).toList();
    return CaseCounts.of(
        byStatus(caseStatuses, "case", counts), byStatus(needStatuses, "need", counts));
  }

  private static Map<String, Long> byStatus(
      List<String> statuses, String kind, List<Count> counts) {
    Map<String, Long> byStatus = new LinkedHashMap<>();
    statuses.forEach(status -> byStatus.put(status, 0L));
    counts.stream()
        .filter(count -> count.kind().equals(kind))
        .forEach(count -> byStatus.put(count.status(), count.number()));
    return byStatus;
  }

  /** What happened to a case, oldest first: its rows of the journal. */
  List<CaseEvent> history(UUID requestId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(HISTORY)
                .bind("key", requestId.toString())
                .mapTo(JournalRow.class)
                .map(JournalRow::event)
                .list());
  }
}
