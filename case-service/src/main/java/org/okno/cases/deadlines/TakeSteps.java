package org.okno.cases.deadlines;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.okno.contracts.CaseEvent.DeadlineEvent;
import org.okno.messaging.Journal;

/**
 * Takes the steps of deadlines whose time has come: their rows and their events, in one
 * transaction. Any number of instances may do so at the same time.
 */
@Singleton
class TakeSteps {
  private final DeadlineRepository repository;
  private final DeadlineRules rules;
  private final DeadlineSettings settings;
  private final Journal journal;
  private final Clock clock;

  TakeSteps(
      DeadlineRepository repository,
      CurrentRules rules,
      DeadlineSettings settings,
      Journal journal,
      Clock clock) {
    this.repository = repository;
    this.rules = rules.get();
    this.settings = settings;
    this.journal = journal;
    this.clock = clock;
  }

  /** Takes a batch of steps, one of each deadline at most; returns their events. */
  @Transactional
  List<DeadlineEvent> take() {
    Instant now = clock.instant();
    List<DueStep> due = repository.due(now, settings.batch());
    List<DeadlineEvent> events = new ArrayList<>(due.size());
    List<DeadlineRow> rows = new ArrayList<>(due.size());
    for (DueStep step : due) {
      DeadlineEvent event = step.taken(rules, now);
      events.add(event);
      rows.add(step.deadline().on(event));
    }
    if (!events.isEmpty()) {
      repository.update(rows);
      journal.append(events);
    }
    return events;
  }
}
