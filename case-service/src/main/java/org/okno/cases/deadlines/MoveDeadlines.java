package org.okno.cases.deadlines;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.okno.cases.deadlines.DeadlineRepository.OpenDeadline;
import org.okno.contracts.AllowedTime;
import org.okno.contracts.CaseEvent.NeedEvent;
import org.okno.contracts.CaseEvent.NeedReopened;
import org.okno.contracts.CaseEvent.NeedResumed;
import org.okno.contracts.Deadline;
import org.okno.contracts.NeedRef;

/** Says in the events that move deadlines to when. */
@Singleton
public class MoveDeadlines {
  private final DeadlineRepository repository;
  private final DeadlineRules rules;

  MoveDeadlines(DeadlineRepository repository, CurrentRules rules) {
    this.repository = repository;
    this.rules = rules.get();
  }

  /**
   * An event with the deadlines that it moves or sets.
   *
   * @param rows as these deadlines are afterwards; none where the event moves none
   */
  public record Moved(NeedEvent event, List<DeadlineRow> rows) {}

  /** What an event moves: it says so then. */
  public Moved by(NeedEvent event) {
    return switch (event) {
      case NeedResumed it -> resumed(it);
      case NeedReopened it -> reopened(it);
      case NeedEvent other -> new Moved(other, List.of());
    };
  }

  private Moved resumed(NeedResumed event) {
    NeedRef need = event.need();
    List<OpenDeadline> open = repository.ofNeed(need.requestId(), need.needId());
    NeedResumed complete =
        new NeedResumed(
            need,
            event.agency(),
            event.resumedAt(),
            event.actor(),
            open.stream()
                .map(one -> moved(one, need.territory().zone(), event.resumedAt()))
                .toList());
    List<DeadlineRow> before = open.stream().map(OpenDeadline::deadline).toList();
    return new Moved(complete, DeadlineRow.after(before, complete));
  }

  private Moved reopened(NeedReopened event) {
    NeedReopened complete =
        new NeedReopened(
            event.need(),
            event.agency(),
            event.dueAt(),
            event.reason(),
            event.reopenedAt(),
            event.actor(),
            List.of(again(event.reopenedAt(), event.dueAt())));
    return new Moved(complete, DeadlineRow.after(List.of(), complete));
  }

  private Deadline moved(OpenDeadline open, String zone, Instant resumedAt) {
    DeadlineRow row = open.deadline();
    OpeningHours hours =
        open.openingHours().isEmpty() ? OpeningHours.OFFICE : OpeningHours.of(open.openingHours());
    return rules.deadline(
        row.kind(),
        row.allowed(),
        row.startedAt(),
        rules.workingTime(hours, zone),
        row.spansUntil(resumedAt),
        row.steps());
  }

  /** As much time as the need had, around the clock. */
  private Deadline again(Instant reopenedAt, Instant dueAt) {
    long minutes = Math.max(1, Duration.between(reopenedAt, dueAt).toMinutes());
    Deadline computed =
        rules.deadline(
            Deadline.RESOLUTION,
            new AllowedTime(Math.toIntExact(minutes), "minutes"),
            reopenedAt,
            WorkingTime.always(ZoneOffset.UTC));
    return new Deadline(computed.kind(), computed.allowed(), dueAt, computed.nextStepAt());
  }
}
