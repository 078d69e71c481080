package org.okno.casework.needs;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** An agency is done with a need. */
@Singleton
public class ResolveNeed {
  private final ChangeNeed change;
  private final Clock clock;

  ResolveNeed(ChangeNeed change, Clock clock) {
    this.change = change;
    this.clock = clock;
  }

  /**
   * The need as it stands after the commit.
   *
   * @param seen the version the agency decided on
   * @throws org.okno.http.ProblemException 404, 409 or 412; nothing changed
   */
  public NeedView resolve(UUID requestId, UUID needId, Outcome outcome, long seen)
      throws SQLException {
    Instant at = clock.instant();
    return change.apply(requestId, needId, seen, need -> need.resolve(outcome, at));
  }
}
