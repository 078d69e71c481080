package org.okno.contracts;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What routing decides. Key: request id. The questionnaire travels along, so that a case can be
 * opened from the decision alone.
 */
public sealed interface RoutingEvent extends Event {

  /** The request this is about. */
  Questionnaire questionnaire();

  /** The needs that have an agency by this decision. */
  List<Assignment> assignments();

  /** The needs of the request that the decision knows of. */
  default List<RequestedNeed> requestedNeeds() {
    return questionnaire().needs();
  }

  @Override
  default String key() {
    return questionnaire().requestId().toString();
  }

  /** Every need has its agency. */
  record RequestRouted(Questionnaire questionnaire, List<Assignment> assignments, Instant decidedAt)
      implements RoutingEvent {
    public RequestRouted {
      requireNonNull(questionnaire, "questionnaire");
      assignments = List.copyOf(requireNonNull(assignments, "assignments"));
      requireNonNull(decidedAt, "decidedAt");
    }

    @Override
    public Instant time() {
      return decidedAt;
    }
  }

  /** At least one need waits for a dispatcher; the others, if any, have their agencies. */
  record RequestHeld(
      Questionnaire questionnaire,
      List<Assignment> assignments,
      List<HeldNeed> held,
      Instant decidedAt)
      implements RoutingEvent {
    public RequestHeld {
      requireNonNull(questionnaire, "questionnaire");
      assignments = List.copyOf(requireNonNull(assignments, "assignments"));
      held = List.copyOf(requireNonNull(held, "held"));
      requireNonNull(decidedAt, "decidedAt");
    }

    @Override
    public Instant time() {
      return decidedAt;
    }
  }

  /**
   * A dispatcher gave needs that were in triage to agencies. Carries only those needs in {@code
   * assignments}.
   *
   * @param dispatcher subject of the actor; before December 2026 a staff id that the call named
   * @param actor who decided; null in events from before December 2026
   */
  record RequestRerouted(
      Questionnaire questionnaire,
      List<Assignment> assignments,
      String dispatcher,
      Instant decidedAt,
      @Nullable Actor actor)
      implements RoutingEvent {
    public RequestRerouted {
      requireNonNull(questionnaire, "questionnaire");
      assignments = List.copyOf(requireNonNull(assignments, "assignments"));
      requireNonNull(dispatcher, "dispatcher");
      requireNonNull(decidedAt, "decidedAt");
    }

    @Override
    public Instant time() {
      return decidedAt;
    }
  }

  /**
   * A need that its agency declined has the next one. Carries only that need in {@code
   * assignments}.
   *
   * @param refusals every agency that declined the need, in their order
   */
  record NeedRerouted(
      Questionnaire questionnaire,
      List<Assignment> assignments,
      List<Refusal> refusals,
      Instant decidedAt)
      implements RoutingEvent {
    public NeedRerouted {
      requireNonNull(questionnaire, "questionnaire");
      assignments = List.copyOf(requireNonNull(assignments, "assignments"));
      refusals = List.copyOf(requireNonNull(refusals, "refusals"));
      Refusal.requireAny(refusals);
      requireNonNull(decidedAt, "decidedAt");
    }

    @Override
    public Instant time() {
      return decidedAt;
    }
  }

  /**
   * A need that its agency declined waits for a dispatcher: no rule finds the next one.
   *
   * @param held that need alone
   * @param refusals every agency that declined the need, in their order
   */
  record NeedHeld(
      Questionnaire questionnaire, HeldNeed held, List<Refusal> refusals, Instant decidedAt)
      implements RoutingEvent {
    public NeedHeld {
      requireNonNull(questionnaire, "questionnaire");
      requireNonNull(held, "held");
      refusals = List.copyOf(requireNonNull(refusals, "refusals"));
      Refusal.requireAny(refusals);
      requireNonNull(decidedAt, "decidedAt");
    }

    @Override
    public List<Assignment> assignments() {
      return List.of();
    }

    @Override
    public Instant time() {
      return decidedAt;
    }
  }

  /**
   * What the request says was corrected: routing passes it on with its decision on the needs that
   * are new.
   *
   * @param held of the new needs those that wait for a dispatcher
   */
  record RequestCorrected(
      Questionnaire questionnaire,
      List<Assignment> assignments,
      List<HeldNeed> held,
      Correction correction,
      Instant decidedAt)
      implements RoutingEvent {
    public RequestCorrected {
      requireNonNull(questionnaire, "questionnaire");
      assignments = List.copyOf(requireNonNull(assignments, "assignments"));
      held = List.copyOf(requireNonNull(held, "held"));
      requireNonNull(correction, "correction");
      requireNonNull(decidedAt, "decidedAt");
    }

    @Override
    public List<RequestedNeed> requestedNeeds() {
      return Stream.concat(questionnaire.needs().stream(), correction.removed().stream()).toList();
    }

    @Override
    public Instant time() {
      return decidedAt;
    }
  }

  /**
   * The person withdrew the request: routing passes it on behind its own decisions. Nothing of the
   * request is routed any more.
   */
  record RequestWithdrawn(Questionnaire questionnaire, Withdrawal withdrawal, Instant decidedAt)
      implements RoutingEvent {
    public RequestWithdrawn {
      requireNonNull(questionnaire, "questionnaire");
      requireNonNull(withdrawal, "withdrawal");
      requireNonNull(decidedAt, "decidedAt");
    }

    @Override
    public List<Assignment> assignments() {
      return List.of();
    }

    @Override
    public Instant time() {
      return decidedAt;
    }
  }

  /**
   * Needs that waited for a dispatcher wait no longer: they were withdrawn.
   *
   * @param needs those alone, at least one
   */
  record NeedsWithdrawn(
      Questionnaire questionnaire,
      List<RequestedNeed> needs,
      Withdrawal withdrawal,
      Instant decidedAt)
      implements RoutingEvent {
    public NeedsWithdrawn {
      requireNonNull(questionnaire, "questionnaire");
      needs = List.copyOf(requireNonNull(needs, "needs"));
      if (needs.isEmpty()) {
        throw new IllegalArgumentException("needs: at least one need is required");
      }
      requireNonNull(withdrawal, "withdrawal");
      requireNonNull(decidedAt, "decidedAt");
    }

    @Override
    public List<Assignment> assignments() {
      return List.of();
    }

    @Override
    public Instant time() {
      return decidedAt;
    }
  }
}
