package org.okno.casework.needs;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** An agency takes a need on. */
@ApplicationScoped
public class AcceptNeed {
  private final ChangeNeed change;
  private final Clock clock;

  AcceptNeed(ChangeNeed change, Clock clock) {
    this.change = change;
    this.clock = clock;
  }

  /**
   * The need as it stands after the commit.
   *
   * @param seen the version the agency decided on
   * @throws org.okno.http.ProblemException 404, 409 or 412; nothing changed
   */
  public NeedView accept(UUID requestId, UUID needId, long seen) {
    Instant at = clock.instant();
    return change.apply(requestId, needId, seen, need -> need.accept(at));
  }
}
