package org.okno.cases.referrals;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.okno.identity.RowCondition;
import org.okno.identity.Rows;
import org.okno.sql.BatchInsert;

/** The table {@code referral}. Ids are UUIDv7: their order is the order in which they were made. */
@Singleton
class ReferralRepository {
  private static final UUID HIGHEST = UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff");
  private static final String OF_NEED =
      "select r.* from referral r where r.request_id = :requestId and r.need_id = :needId %s order by r.id";
  private static final String ONE =
      "select r.* from referral r where r.id = :id and r.request_id = :requestId and r.need_id = :needId %s";
  private static final String PAGE =
      "select * from referral where %s = :agency and id < :before %s order by id desc limit :limit";
  private static final String OF_EITHER =
      "and (r.from_agency_id = :ownAgency or r.to_agency_id = :ownAgency)";
  private static final String OF_ADDRESSEE = "and r.to_agency_id = :ownAgency";
  private static final String IN_TERRITORY =
      "and exists (select from cases c where c.request_id = r.request_id %s)";
  private static final String CHANGED =
      """
      on conflict (id) do update set status = excluded.status, accepted_at = excluded.accepted_at,
        declined_at = excluded.declined_at, decline_reason = excluded.decline_reason,
        withdrawn_at = excluded.withdrawn_at, version = excluded.version
      """;

  private final Jdbi jdbi;
  private final BatchInsert batchInsert;

  ReferralRepository(Jdbi jdbi, BatchInsert batchInsert) {
    this.jdbi = jdbi;
    this.batchInsert = batchInsert;
  }

  /** A referral; empty where it is not among the permitted rows. */
  Optional<ReferralRow> find(UUID requestId, UUID needId, UUID id, Rows permitted) {
    return find(requestId, needId, id, visible(permitted, OF_EITHER));
  }

  /** The same, for an agency only where it is the one to which the need was referred. */
  Optional<ReferralRow> findAddressed(UUID requestId, UUID needId, UUID id, Rows permitted) {
    return find(requestId, needId, id, visible(permitted, OF_ADDRESSEE));
  }

  private Optional<ReferralRow> find(UUID requestId, UUID needId, UUID id, RowCondition visible) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(ONE.formatted(visible.sql()))
                .bind("id", id)
                .bind("requestId", requestId)
                .bind("needId", needId)
                .bindMap(visible.parameters())
                .mapTo(ReferralRow.class)
                .findOne());
  }

  /** The referrals of a need, oldest first. */
  List<ReferralRow> ofNeed(UUID requestId, UUID needId, Rows permitted) {
    RowCondition visible = visible(permitted, OF_EITHER);
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(OF_NEED.formatted(visible.sql()))
                .bind("requestId", requestId)
                .bind("needId", needId)
                .bindMap(visible.parameters())
                .mapTo(ReferralRow.class)
                .list());
  }

  /**
   * Referrals of an agency, newest first.
   *
   * @param before id of the last of the page before; null for the first page
   * @param status only those with this status; null for all
   */
  List<ReferralRow> page(
      ReferralsOf of,
      String agency,
      ReferralsOf.@Nullable Status status,
      @Nullable UUID before,
      int limit) {
    String sql =
        PAGE.formatted(
            of.column(), status == null ? "" : "and status = '%s'".formatted(status.code()));
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(sql)
                .bind("agency", agency)
                .bind("before", before == null ? HIGHEST : before)
                .bind("limit", limit)
                .mapTo(ReferralRow.class)
                .list());
  }

  /** Inserts a referral, or replaces what changes of it. */
  @Transactional(TxType.MANDATORY)
  void save(ReferralRow row) {
    batchInsert.insert("referral", List.of(row), CHANGED);
  }

  private static RowCondition visible(Rows permitted, String ofAgency) {
    return switch (permitted) {
      case Rows.All all -> RowCondition.ALL;
      case Rows.OfAgency(String agency) -> new RowCondition(ofAgency, Map.of("ownAgency", agency));
      case Rows.OfTerritory(String territory) -> inTerritory(territory);
      case Rows.OfChannel channel -> throw permitted.unsupported();
    };
  }

  private static RowCondition inTerritory(String territory) {
    RowCondition ofCase = RowCondition.ofTerritory("c.territory", territory);
    return new RowCondition(IN_TERRITORY.formatted(ofCase.sql()), ofCase.parameters());
  }
}
