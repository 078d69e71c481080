package org.okno.casework.needs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** Cases with their needs, one by one. */
@ApplicationScoped
public class CaseFiles {
  private final Session session;

  CaseFiles(Session session) {
    this.session = session;
  }

  /**
   * A case with its needs, in the order they were asked for.
   *
   * @param needs at least one
   */
  public record CaseFile(StoredCase theCase, List<StoredNeed> needs) {

    /** One of the needs. */
    public Optional<StoredNeed> need(UUID needId) {
      return needs.stream().filter(need -> need.key().id().equals(needId)).findFirst();
    }
  }

  private record Row(StoredCase theCase, StoredNeed need) {}

  /** A case as it stands; read in one statement, so that the tag of the case fits its needs. */
  public Optional<CaseFile> read(UUID requestId) {
    List<Row> rows =
        session
            .createSelectionQuery(
                "select c, n from StoredCase c join StoredNeed n on n.key.requestId = c.requestId"
                    + " where c.requestId = :requestId order by n.position",
                Row.class)
            .setParameter("requestId", requestId)
            .setReadOnly(true)
            .getResultList();
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new CaseFile(rows.getFirst().theCase(), rows.stream().map(Row::need).toList()));
  }

  /**
   * A case to be changed. Its row is locked first, and only then its needs are read: whoever
   * changes the same case waits, so that its events lie in the journal in the order of the commits.
   */
  Optional<CaseFile> lock(UUID requestId) {
    StoredCase theCase = session.find(StoredCase.class, requestId, LockModeType.PESSIMISTIC_WRITE);
    return Optional.ofNullable(theCase).map(found -> new CaseFile(found, needsOf(requestId)));
  }

  private List<StoredNeed> needsOf(UUID requestId) {
    return session
        .createSelectionQuery(
            "from StoredNeed n where n.key.requestId = :requestId order by n.position",
            StoredNeed.class)
        .setParameter("requestId", requestId)
        .getResultList();
  }
}
