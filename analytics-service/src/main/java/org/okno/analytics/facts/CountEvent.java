package org.okno.analytics.facts;

import static org.okno.analytics.facts.Measure.*;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.okno.contracts.Assignment;
import org.okno.contracts.CaseEvent;
import org.okno.contracts.DirectoryEvent;
import org.okno.contracts.Event;
import org.okno.contracts.HeldNeed;
import org.okno.contracts.IntakeEvent;
import org.okno.contracts.Questionnaire;
import org.okno.contracts.RequestedNeed;
import org.okno.contracts.RoutingEvent;

/**
 * Tells what an event counts.
 *
 * <p>Before an agency is known a need counts in the row without an agency: received on the day it
 * was asked for, in triage from the day it was held to the day it was placed. Routing's decisions
 * count it into its agency's row, the case's events say what became of it there. That a case was
 * opened or a need assigned in it repeats a decision and counts nothing.
 */
public final class CountEvent {
  private CountEvent() {}

  /**
   * The facts of an event, none where it counts nothing.
   *
   * @throws org.okno.consumer.PoisonEventException where its codes, zone or times cannot be counted
   *     by
   */
  public static List<Fact> facts(Event event) {
    return switch (event) {
      case IntakeEvent.QuestionnaireSubmitted it -> received(it.questionnaire());
      case RoutingEvent.RequestRouted it -> routed(it);
      case RoutingEvent.RequestHeld it -> held(it);
      case RoutingEvent.RequestRerouted it -> rerouted(it);
      case CaseEvent.NeedAccepted it -> inCase(it, it.agency().id(), ACCEPTED);
      case CaseEvent.NeedDeclined it -> inCase(it, it.agency().id(), DECLINED);
      case CaseEvent.NeedResolved it -> inCase(it, it.agency().id(), RESOLVED);
      case CaseEvent.NeedAssigned it -> List.of();
      case CaseEvent.CaseOpened it -> List.of();
      case CaseEvent.CaseClosed it -> List.of();
      case IntakeEvent.PersonErased it -> List.of();
      case DirectoryEvent it -> List.of();
      case org.okno.contracts.AnalyticsEvent it -> List.of();
    };
  }

  private static List<Fact> received(Questionnaire asked) {
    Moment moment = Moment.of(asked.territory(), asked.requestedAt(), asked.requestedAt());
    List<Fact> facts = new ArrayList<>();
    for (RequestedNeed need : asked.needs()) {
      Series series = waiting(asked, need.need());
      if (facts.isEmpty()) {
        facts.add(moment.fact(series, REQUESTED, asked.receivedAt()));
      }
      facts.add(moment.fact(series, RECEIVED, asked.receivedAt()));
    }
    return facts;
  }

  private static List<Fact> routed(RoutingEvent decision) {
    Questionnaire asked = decision.questionnaire();
    Moment moment = decidedAt(decision);
    return decision.assignments().stream()
        .map(given -> moment.fact(having(asked, given), ROUTED, decision.time()))
        .toList();
  }

  private static List<Fact> held(RoutingEvent.RequestHeld decision) {
    List<Fact> facts = new ArrayList<>(routed(decision));
    Moment moment = decidedAt(decision);
    for (HeldNeed need : decision.held()) {
      facts.add(triage(decision, moment, need.needId(), need.need(), HELD));
    }
    return facts;
  }

  private static List<Fact> rerouted(RoutingEvent.RequestRerouted decision) {
    List<Fact> facts = new ArrayList<>(routed(decision));
    Moment moment = decidedAt(decision);
    for (Assignment given : decision.assignments()) {
      facts.add(triage(decision, moment, given.needId(), given.need(), PLACED));
    }
    return facts;
  }

  /**
   * By the code the person asked with, so that a need leaves triage in the row where it came to it,
   * whatever it is called by then.
   */
  private static Fact triage(
      RoutingEvent decision, Moment moment, UUID needId, String code, Measure measure) {
    Questionnaire asked = decision.questionnaire();
    String askedWith =
        asked.needs().stream()
            .filter(need -> need.id().equals(needId))
            .map(RequestedNeed::need)
            .findFirst()
            .orElse(code);
    return moment.fact(waiting(asked, askedWith), measure, decision.time());
  }

  private static List<Fact> inCase(CaseEvent.NeedEvent event, String agency, Measure measure) {
    var need = event.need();
    Series series = new Series(need.territory().code(), agency, need.channel(), need.need());
    Moment moment = Moment.of(need.territory(), event.time(), need.requestedAt());
    return List.of(moment.fact(series, measure, event.time()));
  }

  private static Moment decidedAt(RoutingEvent decision) {
    Instant asked = decision.questionnaire().requestedAt();
    return Moment.of(decision.questionnaire().territory(), decision.time(), asked);
  }

  private static Series waiting(Questionnaire asked, String need) {
    return new Series(asked.territory().code(), null, asked.channel(), need);
  }

  private static Series having(Questionnaire asked, Assignment given) {
    return new Series(asked.territory().code(), given.agency().id(), asked.channel(), given.need());
  }
}
