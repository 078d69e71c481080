package org.okno.cases.deadlines;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.okno.contracts.CaseEvent;
import org.okno.contracts.CaseEvent.CaseClosed;
import org.okno.contracts.CaseEvent.CaseOpened;
import org.okno.contracts.CaseEvent.DeadlineEvent;
import org.okno.contracts.CaseEvent.NeedAccepted;
import org.okno.contracts.CaseEvent.NeedAssigned;
import org.okno.contracts.CaseEvent.NeedDeclined;
import org.okno.contracts.CaseEvent.NeedEscalated;
import org.okno.contracts.CaseEvent.NeedResolved;
import org.okno.contracts.Deadline;
import org.okno.contracts.NeedRef;

/**
 * A row of the table {@code deadline}: a deadline that still has to be met, with its timer.
 *
 * @param kind as in {@link Deadline}
 * @param stepAt when the next step is taken; null after the last one
 * @param steps how many were taken
 * @param level how far the need was escalated: see {@link DeadlineStep.Kind#level}
 */
public record DeadlineRow(
    UUID requestId,
    UUID needId,
    String kind,
    Instant startedAt,
    Instant dueAt,
    boolean aroundTheClock,
    @Nullable Instant stepAt,
    int steps,
    int level) {

  /** The deadlines of a case after an event, in no order. */
  public static List<DeadlineRow> after(List<DeadlineRow> rows, CaseEvent event) {
    return switch (event) {
      case CaseOpened it ->
          it.needs().stream()
              .flatMap(need -> set(need.need(), need.deadlines(), it.openedAt()))
              .toList();
      case NeedAssigned it ->
          Stream.concat(
                  rows.stream().filter(row -> !row.isOf(it.need())),
                  set(it.need(), it.deadlines(), it.assignedAt()))
              .toList();
      case NeedAccepted it -> rows.stream().filter(row -> !row.isResponseOf(it.need())).toList();
      case NeedResolved it -> rows.stream().filter(row -> !row.isOf(it.need())).toList();
      case NeedDeclined it -> rows.stream().filter(row -> !row.isOf(it.need())).toList();
      case DeadlineEvent it -> rows.stream().map(row -> row.on(it)).toList();
      case CaseClosed closed -> rows;
    };
  }

  private static Stream<DeadlineRow> set(
      NeedRef need, @Nullable List<Deadline> deadlines, Instant startedAt) {
    return deadlines == null
        ? Stream.of()
        : deadlines.stream().map(one -> of(need, one, startedAt));
  }

  private static DeadlineRow of(NeedRef need, Deadline deadline, Instant startedAt) {
    return new DeadlineRow(
        need.requestId(),
        need.needId(),
        deadline.kind(),
        startedAt,
        deadline.dueAt(),
        deadline.aroundTheClock(),
        deadline.nextStepAt(),
        0,
        0);
  }

  /** After a step of this deadline; other events leave it as it is. */
  DeadlineRow on(DeadlineEvent event) {
    return isOf(event.need()) && kind.equals(event.deadline())
        ? new DeadlineRow(
            requestId,
            needId,
            kind,
            startedAt,
            dueAt,
            aroundTheClock,
            event.nextStepAt(),
            steps + 1,
            event instanceof NeedEscalated escalated ? level(escalated) : level)
        : this;
  }

  private static int level(NeedEscalated event) {
    for (DeadlineStep.Kind kind : DeadlineStep.Kind.values()) {
      if (kind.code().equals(event.level())) {
        return kind.level();
      }
    }
    return 0;
  }

  private boolean isOf(NeedRef need) {
    return needId.equals(need.needId());
  }

  private boolean isResponseOf(NeedRef need) {
    return isOf(need) && kind.equals(Deadline.RESPONSE);
  }
}
