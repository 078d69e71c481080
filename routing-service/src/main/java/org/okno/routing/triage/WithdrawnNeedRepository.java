package org.okno.routing.triage;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.okno.contracts.Withdrawal;
import org.okno.messaging.Json;
import org.okno.sql.BatchInsert;
import org.okno.sql.JsonText;

/**
 * Which needs were withdrawn: a decision that holds one may come later, since a need that an agency
 * returned was on its way.
 */
@Singleton
class WithdrawnNeedRepository {
  private static final String OF_REQUESTS =
      "select need_id, request_id, withdrawal from withdrawn_need where request_id = any(?)";

  private final Jdbi jdbi;
  private final BatchInsert batchInsert;

  WithdrawnNeedRepository(Jdbi jdbi, BatchInsert batchInsert) {
    this.jdbi = jdbi;
    this.batchInsert = batchInsert;
  }

  private record WithdrawnNeedRow(UUID needId, UUID requestId, JsonText withdrawal) {
    Withdrawal by() {
      return Json.read(withdrawal.value(), Withdrawal.class);
    }
  }

  /** Remembers that needs of a request were withdrawn; the first withdrawal of a need holds. */
  void insert(UUID requestId, Collection<UUID> needIds, Withdrawal by) {
    JsonText withdrawal = new JsonText(Json.write(by));
    batchInsert.insert(
        "withdrawn_need",
        needIds.stream().map(id -> new WithdrawnNeedRow(id, requestId, withdrawal)).toList(),
        "on conflict do nothing");
  }

  /** The withdrawn needs of these requests, by request and need. */
  Map<UUID, Map<UUID, Withdrawal>> ofRequests(Collection<UUID> requestIds) {
    List<WithdrawnNeedRow> rows =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(OF_REQUESTS)
                    .bind(0, requestIds.toArray(UUID[]::new))
                    .mapTo(WithdrawnNeedRow.class)
                    .list());
    return rows.stream()
        .collect(
            Collectors.groupingBy(
                WithdrawnNeedRow::requestId,
                Collectors.toMap(WithdrawnNeedRow::needId, WithdrawnNeedRow::by)));
  }
}
