package org.okno.routing.triage;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The entries of the desk. Ids are UUIDv7: their order is the order of arrival. */
@ApplicationScoped
class TriageEntries implements PanacheRepositoryBase<TriageEntry, UUID> {

  /**
   * How much waits.
   *
   * @param total requests
   * @param needs needs in them
   */
  public record Counts(long total, long needs) {}

  /** Waiting entries after a place, oldest first. */
  List<TriageEntry> waiting(@Nullable UUID after, int limit) {
    return (after == null
            ? find("state = ?1 order by requestId", TriageEntry.WAITING)
            : find("state = ?1 and requestId > ?2 order by requestId", TriageEntry.WAITING, after))
        .page(0, limit)
        .list();
  }

  Counts counts() {
    return getEntityManager()
        .createQuery(
            "select new org.okno.routing.triage.TriageEntries$Counts(count(e), coalesce(sum(e.waitingNeeds), 0L))"
                + " from TriageEntry e where e.state = :state",
            Counts.class)
        .setParameter("state", TriageEntry.WAITING)
        .getSingleResult();
  }

  /** An entry, kept from changing until the transaction ends. */
  Optional<TriageEntry> locked(UUID requestId) {
    return findByIdOptional(requestId, LockModeType.PESSIMISTIC_WRITE);
  }
}
