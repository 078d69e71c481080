package org.okno.cases.deadlines;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.okno.contracts.AllowedTime;
import org.okno.contracts.CaseEvent;
import org.okno.contracts.CaseEvent.CaseClosed;
import org.okno.contracts.CaseEvent.CaseCorrected;
import org.okno.contracts.CaseEvent.CaseOpened;
import org.okno.contracts.CaseEvent.DeadlineEvent;
import org.okno.contracts.CaseEvent.NeedAccepted;
import org.okno.contracts.CaseEvent.NeedAssigned;
import org.okno.contracts.CaseEvent.NeedClaimed;
import org.okno.contracts.CaseEvent.NeedDeclined;
import org.okno.contracts.CaseEvent.NeedEscalated;
import org.okno.contracts.CaseEvent.NeedHandedOver;
import org.okno.contracts.CaseEvent.NeedPaused;
import org.okno.contracts.CaseEvent.NeedReleased;
import org.okno.contracts.CaseEvent.NeedReopened;
import org.okno.contracts.CaseEvent.NeedResolved;
import org.okno.contracts.CaseEvent.NeedResumed;
import org.okno.contracts.CaseEvent.NeedStarted;
import org.okno.contracts.CaseEvent.NeedWithdrawalRequested;
import org.okno.contracts.CaseEvent.NeedWithdrawn;
import org.okno.contracts.CaseEvent.ProgrammeEvent;
import org.okno.contracts.CaseEvent.ReferralEvent;
import org.okno.contracts.Deadline;
import org.okno.contracts.NeedRef;

/**
 * A row of the table {@code deadline}: a deadline that still has to be met, with its timer.
 *
 * @param kind as in {@link Deadline}
 * @param amount how much time there is, as {@code unit} says
 * @param pauses {@code from/to}, in ISO 8601; without the last end while it stands still
 * @param stepAt when the next step is taken; null after the last one and while it stands still
 * @param steps how many were taken
 * @param level how far the need was escalated: see {@link DeadlineStep.Kind#level}
 */
public record DeadlineRow(
    UUID requestId,
    UUID needId,
    String kind,
    Instant startedAt,
    Instant dueAt,
    int amount,
    String unit,
    List<String> pauses,
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
      case CaseCorrected it ->
          Stream.concat(
                  rows.stream(),
                  it.added().stream()
                      .flatMap(need -> set(need.need(), need.deadlines(), it.correctedAt())))
              .toList();
      case NeedAssigned it ->
          Stream.concat(
                  rows.stream().filter(row -> !row.isOf(it.need())),
                  set(it.need(), it.deadlines(), it.assignedAt()))
              .toList();
      case NeedAccepted it -> rows.stream().filter(row -> !row.isResponseOf(it.need())).toList();
      case NeedResolved it -> rows.stream().filter(row -> !row.isOf(it.need())).toList();
      case NeedDeclined it -> rows.stream().filter(row -> !row.isOf(it.need())).toList();
      case NeedPaused it -> rows.stream().map(row -> row.on(it)).toList();
      case NeedResumed it -> rows.stream().map(row -> row.on(it)).toList();
      case NeedReopened it ->
          Stream.concat(
                  rows.stream().filter(row -> !row.isOf(it.need())),
                  set(it.need(), it.deadlines(), it.reopenedAt()))
              .toList();
      case NeedWithdrawn it -> rows.stream().filter(row -> !row.isOf(it.need())).toList();
      case NeedWithdrawalRequested requested -> rows;
      case NeedStarted started -> rows;
      case NeedClaimed claimed -> rows;
      case NeedHandedOver handedOver -> rows;
      case NeedReleased released -> rows;
      case DeadlineEvent it -> rows.stream().map(row -> row.on(it)).toList();
      case ReferralEvent referred -> rows;
      case ProgrammeEvent planned -> rows;
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
        deadline.allowed().amount(),
        deadline.allowed().unit(),
        List.of(),
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
            amount,
            unit,
            pauses,
            event.nextStepAt(),
            steps + 1,
            event instanceof NeedEscalated escalated ? level(escalated) : level)
        : this;
  }

  private DeadlineRow on(NeedPaused event) {
    return isOf(event.need())
        ? at(dueAt, null, Stream.concat(pauses.stream(), Stream.of(pauseBegins(event))).toList())
        : this;
  }

  private DeadlineRow on(NeedResumed event) {
    List<Deadline> moved = event.deadlines();
    return !isOf(event.need()) || moved == null
        ? this
        : moved.stream()
            .filter(one -> one.kind().equals(kind))
            .map(one -> at(one.dueAt(), one.nextStepAt(), endedPauses(event.resumedAt())))
            .findFirst()
            .orElse(this);
  }

  /** How a pause is written that goes on. */
  public static String pauseBegins(NeedPaused event) {
    return event.pausedAt() + "/";
  }

  private DeadlineRow at(Instant due, @Nullable Instant step, List<String> stoodStill) {
    return new DeadlineRow(
        requestId, needId, kind, startedAt, due, amount, unit, stoodStill, step, steps, level);
  }

  private List<String> endedPauses(Instant end) {
    return pauses.stream().map(one -> one.endsWith("/") ? one + end : one).toList();
  }

  /** How much time there is. */
  AllowedTime allowed() {
    return new AllowedTime(amount, unit);
  }

  /** When it stood still, without the pause that goes on. */
  List<Span> spans() {
    return spans(pauses.stream().filter(one -> !one.endsWith("/")).toList());
  }

  /** When it stood still, if the pause that goes on ends now. */
  List<Span> spansUntil(Instant end) {
    return spans(endedPauses(end));
  }

  private static List<Span> spans(List<String> texts) {
    return texts.stream()
        .map(one -> one.split("/"))
        .map(one -> new Span(Instant.parse(one[0]), Instant.parse(one[1])))
        .toList();
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
