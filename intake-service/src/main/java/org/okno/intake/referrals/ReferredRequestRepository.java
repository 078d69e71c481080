package org.okno.intake.referrals;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.okno.sql.BatchInsert;

/** The table {@code referred_request}. */
@Singleton
public class ReferredRequestRepository {
  private static final String NEWER =
      """
      on conflict (referral_id) do update set is_open = excluded.is_open, version = excluded.version
      where excluded.version > referred_request.version
      """;
  private static final String PARTS =
      """
      select distinct part from referred_request r, unnest(r.parts) as part
      where r.request_id = :requestId and r.agency_id = :agency and r.is_open and r.ends_at > :now
      """;

  private final Jdbi jdbi;
  private final BatchInsert batchInsert;

  ReferredRequestRepository(Jdbi jdbi, BatchInsert batchInsert) {
    this.jdbi = jdbi;
    this.batchInsert = batchInsert;
  }

  /** Inserts what agencies may open, or replaces what is older; each referral once. */
  public void save(List<ReferredRequest> requests) {
    batchInsert.insert("referred_request", requests, NEWER);
  }

  /** Codes of the parts of a request that an agency may open now by a referral. */
  public Set<String> parts(UUID requestId, String agency, Instant now) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(PARTS)
                .bind("requestId", requestId)
                .bind("agency", agency)
                .bind("now", now)
                .mapTo(String.class)
                .set());
  }
}
