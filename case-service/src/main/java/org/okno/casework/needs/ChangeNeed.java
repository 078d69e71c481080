package org.okno.casework.needs;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.okno.contracts.CaseEvent;
import org.okno.contracts.CaseEvent.CaseClosed;
import org.okno.contracts.CaseEvent.NeedEvent;
import org.okno.http.EntityTags;
import org.okno.http.Problem;

/** One step of one need: the new state and its events, committed together. */
@Singleton
class ChangeNeed {
  /** Others may change other needs of the same case meanwhile, one after the other. */
  private static final int TRIES = 10;

  private final CaseFiles files;
  private final MeterRegistry metrics;

  ChangeNeed(CaseFiles files, MeterRegistry metrics) {
    this.files = files;
    this.metrics = metrics;
  }

  /**
   * Takes a step; committed when it returns.
   *
   * @param seen the version of the need that the caller decided on
   * @throws org.okno.http.ProblemException 404 where there is no such need, 412 where it is in
   *     another version by now, 409 where its state does not allow the step
   */
  NeedView apply(UUID requestId, UUID needId, long seen, Function<Need, Change> step)
      throws SQLException {
    for (int attempt = 0; attempt < TRIES; attempt++) {
      CaseFile file = files.read(requestId).orElseThrow(NeedProblems::noNeed);
      StoredNeed row = file.need(needId).orElseThrow(NeedProblems::noNeed);
      if (row.version() != seen) {
        break;
      }
      Change.Made made = made(step.apply(file.theCase().need(row)));
      StoredNeed changed = row.become(made.state());
      if (files.change(file, changed, events(file, changed, made.event()))) {
        count("made");
        return NeedView.of(changed);
      }
    }
    count("stale");
    throw EntityTags.stale();
  }

  private Change.Made made(Change change) {
    return switch (change) {
      case Change.Made made -> made;
      case Change.Refused refused -> {
        count("refused");
        throw Problem.of(409, "state", "The need is not in a state for this", refused.reason())
            .asException();
      }
    };
  }

  private static List<CaseEvent> events(CaseFile file, StoredNeed changed, NeedEvent event) {
    List<CaseEvent> events = new ArrayList<>(List.of(event));
    String settled = Codes.of(CaseStatus.SETTLED);
    if (file.statusWith(changed) == CaseStatus.SETTLED
        && !file.theCase().status().equals(settled)) {
      events.add(new CaseClosed(event.requestId(), event.time()));
    }
    return events;
  }

  private void count(String answer) {
    metrics.counter("okno.needs.steps", "answer", answer).increment();
  }
}
