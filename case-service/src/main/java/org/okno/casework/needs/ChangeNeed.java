package org.okno.casework.needs;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.Session;
import org.okno.casework.needs.CaseFiles.CaseFile;
import org.okno.contracts.CaseEvent;
import org.okno.contracts.CaseEvent.CaseClosed;
import org.okno.contracts.CaseEvent.NeedEvent;
import org.okno.http.EntityTags;
import org.okno.http.Problem;
import org.okno.journal.Journal;

/** One step of one need: the new state and its events, in one transaction. */
@ApplicationScoped
class ChangeNeed {
  private final CaseFiles files;
  private final Session session;
  private final Journal journal;
  private final MeterRegistry metrics;

  ChangeNeed(CaseFiles files, Session session, Journal journal, MeterRegistry metrics) {
    this.files = files;
    this.session = session;
    this.journal = journal;
    this.metrics = metrics;
  }

  /**
   * Takes a step; committed when it returns.
   *
   * @param seen the version of the need that the caller decided on
   * @throws org.okno.http.ProblemException 404 where there is no such need, 412 where it is in
   *     another version by now, 409 where its state does not allow the step
   */
  @Transactional
  NeedView apply(UUID requestId, UUID needId, long seen, Function<Need, Change> step) {
    CaseFile file = files.lock(requestId).orElseThrow(NeedProblems::noNeed);
    StoredNeed row = file.need(needId).orElseThrow(NeedProblems::noNeed);
    if (row.version() != seen) {
      count("stale");
      throw EntityTags.stale();
    }
    return switch (step.apply(file.theCase().need(row))) {
      case Change.Refused refused -> {
        count("refused");
        throw Problem.of(409, "state", "The need is not in a state for this", refused.reason())
            .asException();
      }
      case Change.Made made -> write(file, row, made);
    };
  }

  private NeedView write(CaseFile file, StoredNeed row, Change.Made made) {
    row.become(made.state());
    boolean moved = file.theCase().follow(file.needs());
    if (!moved) {
      // The version grows by one with each change of a need, and Hibernate does it by itself only
      // where the case's own row changes.
      session.lock(file.theCase(), LockModeType.PESSIMISTIC_FORCE_INCREMENT);
    }
    List<CaseEvent> events = events(file.theCase(), moved, made.event());
    session.flush();
    session.doWork(connection -> journal.append(connection, events));
    count("made");
    return NeedView.of(row);
  }

  private static List<CaseEvent> events(StoredCase theCase, boolean moved, NeedEvent event) {
    List<CaseEvent> events = new ArrayList<>(List.of(event));
    if (moved && theCase.isSettled()) {
      events.add(new CaseClosed(event.requestId(), event.time()));
    }
    return events;
  }

  private void count(String answer) {
    metrics.counter("okno.needs.steps", "answer", answer).increment();
  }
}
