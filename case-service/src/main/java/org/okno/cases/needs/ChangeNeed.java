package org.okno.cases.needs;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import org.okno.cases.deadlines.MoveDeadlines;
import org.okno.cases.deadlines.MoveDeadlines.Moved;
import org.okno.cases.needs.StepResult.Changed;
import org.okno.cases.needs.StepResult.Rejected;
import org.okno.cases.needs.StepResult.Repeated;
import org.okno.contracts.Actor;
import org.okno.contracts.CaseEvent;
import org.okno.contracts.CaseEvent.CaseClosed;
import org.okno.contracts.CaseEvent.NeedDeclined;
import org.okno.contracts.CaseEvent.NeedEvent;
import org.okno.contracts.CaseEvent.Returned;
import org.okno.contracts.Codes;
import org.okno.contracts.RequestStatus;
import org.okno.http.Preconditions;
import org.okno.http.Problem;
import org.okno.http.ProblemException;
import org.okno.identity.Rows;

/** Staff make a step with a need: the new state and its events in one commit. */
@Singleton
public class ChangeNeed {
  private static final Logger LOG = Logger.getLogger(ChangeNeed.class);

  private final CaseRepository cases;
  private final Clock clock;
  private final MoveDeadlines moveDeadlines;
  private final NeedSettings settings;
  private final MeterRegistry metrics;

  ChangeNeed(
      CaseRepository cases,
      Clock clock,
      MoveDeadlines moveDeadlines,
      NeedSettings settings,
      MeterRegistry metrics) {
    this.cases = cases;
    this.clock = clock;
    this.moveDeadlines = moveDeadlines;
    this.settings = settings;
    this.metrics = metrics;
  }

  /**
   * Applies a step. One that already succeeded succeeds again and changes nothing, whichever
   * version it is based on. Each attempt is a transaction of its own: another need of the same case
   * may change meanwhile.
   *
   * @param permitted a need that is not among these rows is unknown
   * @param actor who requested the step
   * @param requireVersion throws where the agency did not see this version of the need
   * @return the need as it is now
   * @throws ProblemException 404 without such a need, 412 if the need changed meanwhile, 409 if its
   *     state does not allow the step
   */
  public NeedRow apply(
      UUID requestId,
      UUID needId,
      Rows permitted,
      Actor actor,
      LongConsumer requireVersion,
      Step step) {
    for (int attempt = 0; attempt < settings.attempts(); attempt++) {
      CaseFile file = cases.find(requestId, permitted).orElseThrow(ChangeNeed::unknown);
      NeedRow need =
          file.need(needId)
              .filter(one -> Visibility.isWhole(one, permitted))
              .orElseThrow(ChangeNeed::unknown);
      Instant now = clock.instant();
      StepResult result = step.decide(file.ref(need), need.state(), now, actor);
      if (result instanceof Repeated) {
        count("repeated");
        return need;
      }
      NeedEvent allowed =
          require(result, () -> PossibleSteps.in(file.ref(need), need.state(), now, actor));
      // Second: whoever is late learns what happened meanwhile, and not only that something did.
      requireVersion.accept(need.version());
      Moved moved = moveDeadlines.by(returned(file, need, allowed));
      NeedEvent event = moved.event();
      NeedRow changed = need.on(event);
      CaseFile after = file.with(changed);
      if (cases.change(after, changed, moved, events(file, after, event, actor))) {
        log(changed);
        count("changed");
        return changed;
      }
    }
    count("stale");
    throw Preconditions.stale();
  }

  /**
   * A decline with what routing needs, where the next agency is to be found: not for what the
   * person does not need any more.
   */
  private NeedEvent returned(CaseFile file, NeedRow need, NeedEvent event) {
    if (need.withdrawal() != null
        || !(event instanceof NeedDeclined declined)
        || !Codes.constant(DeclineReason.class, declined.reason()).isReturned()) {
      return event;
    }
    return new NeedDeclined(
        declined.need(),
        declined.agency(),
        declined.reason(),
        declined.declinedAt(),
        declined.actor(),
        new Returned(cases.questionnaire(file), need.with(declined)));
  }

  /** 404 for a need that is not there, or not the caller's. */
  public static ProblemException unknown() {
    return Problem.notFound("There is no such need in this case; it may not have come here yet.")
        .asException();
  }

  private NeedEvent require(StepResult result, Supplier<String> possible) {
    return switch (result) {
      case Changed(NeedEvent event) -> event;
      case Rejected(String reason) -> {
        count("rejected");
        throw Problem.of(
                409, "state", "The need is not in a state for this", reason + " " + possible.get())
            .asException();
      }
      case Repeated repeated -> throw new IllegalArgumentException("nothing happens");
    };
  }

  private static List<CaseEvent> events(
      CaseFile before, CaseFile after, NeedEvent event, Actor actor) {
    List<CaseEvent> events = new ArrayList<>(List.of(event));
    if (after.status() == RequestStatus.SETTLED && before.status() != RequestStatus.SETTLED) {
      events.add(new CaseClosed(event.requestId(), event.time(), actor));
    }
    return events;
  }

  private static void log(NeedRow need) {
    MDC.put("requestId", need.requestId().toString());
    MDC.put("agency", need.agencyId());
    LOG.info("need " + need.status());
    MDC.remove("agency");
    MDC.remove("requestId");
  }

  private void count(String outcome) {
    metrics.counter("okno.needs.steps", "outcome", outcome).increment();
  }
}
