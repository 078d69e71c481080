package org.okno.analytics.facts;

import static org.okno.analytics.facts.Measure.*;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.okno.contracts.AgencyRef;
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
 * What an event counts.
 *
 * <p>What the person withdrew counts where it was: in triage by routing's word, at its agency by
 * the case's.
 *
 * <p>Before an agency is known a need counts in the row without an agency: received on the day it
 * was asked for, in triage from the day it was held to the day it was assigned. Routing's decisions
 * count it into its agency's row, the case's events say what became of it there. That a case was
 * opened or a need assigned in it repeats a decision and counts nothing.
 */
public final class CountEvent {
  private CountEvent() {}

  /**
   * The facts of an event, none where it counts nothing.
   *
   * @throws org.okno.messaging.PoisonEventException where its codes, zone or times cannot be
   *     counted
   */
  public static List<Fact> facts(Event event) {
    return switch (event) {
      case IntakeEvent.QuestionnaireSubmitted it -> received(it.questionnaire());
      case IntakeEvent.QuestionnaireCorrected it -> added(it);
      case RoutingEvent.RequestRouted it -> routed(it);
      case RoutingEvent.RequestHeld it -> held(it, it.held());
      case RoutingEvent.RequestCorrected it -> held(it, it.held());
      case RoutingEvent.RequestRerouted it -> rerouted(it);
      case RoutingEvent.NeedRerouted it -> routed(it);
      case RoutingEvent.NeedHeld it ->
          List.of(triage(it, decidedAt(it), it.held().needId(), it.held().need(), HELD));
      case CaseEvent.NeedAccepted it -> inCase(it, it.agency().id(), ACCEPTED);
      case CaseEvent.NeedDeclined it -> declined(it);
      case CaseEvent.NeedResolved it -> inCase(it, it.agency().id(), RESOLVED);
      case CaseEvent.NeedReopened it -> inCase(it, it.agency().id(), REOPENED);
      case RoutingEvent.NeedsWithdrawn it -> withdrawn(it);
      case CaseEvent.NeedWithdrawn it -> withdrawn(it);
      case CaseEvent.NeedAssigned it -> List.of();
      // An accepted need is open whether its agency began or waits, and whoever is responsible.
      case CaseEvent.NeedStarted it -> List.of();
      case CaseEvent.NeedPaused it -> List.of();
      case CaseEvent.NeedResumed it -> List.of();
      case CaseEvent.NeedClaimed it -> List.of();
      case CaseEvent.NeedHandedOver it -> List.of();
      case CaseEvent.NeedReleased it -> List.of();
      case CaseEvent.NeedWithdrawalRequested it -> List.of();
      case IntakeEvent.QuestionnaireWithdrawn it -> List.of();
      case RoutingEvent.RequestWithdrawn it -> List.of();
      case CaseEvent.CaseOpened it -> List.of();
      case CaseEvent.CaseCorrected it -> List.of();
      case CaseEvent.CaseClosed it -> List.of();
      case CaseEvent.DeadlineEvent it -> List.of();
      case CaseEvent.ReferralEvent it -> List.of();
      case CaseEvent.ProgrammeEvent it -> List.of();
      case IntakeEvent.PersonErased it -> List.of();
      case IntakeEvent.FeedbackGiven it -> List.of();
      case IntakeEvent.AccessRecorded it -> List.of();
      case DirectoryEvent it -> List.of();
      case org.okno.contracts.AnalyticsEvent it -> List.of();
    };
  }

  private static List<Fact> received(Questionnaire questionnaire) {
    FactTime time = FactTime.ofRequest(questionnaire);
    List<Fact> facts = new ArrayList<>();
    for (RequestedNeed need : questionnaire.needs()) {
      Series series = inTriage(questionnaire, need.need());
      if (facts.isEmpty()) {
        facts.add(time.fact(series, REQUESTED, questionnaire.receivedAt()));
      }
      facts.add(time.fact(series, RECEIVED, questionnaire.receivedAt()));
    }
    return facts;
  }

  /** Needs that a correction adds, on the day of the request as intake counts them. */
  private static List<Fact> added(IntakeEvent.QuestionnaireCorrected event) {
    Questionnaire questionnaire = event.questionnaire();
    FactTime time = FactTime.ofRequest(questionnaire);
    return questionnaire.needs().stream()
        .filter(need -> event.correction().added().contains(need.id()))
        .map(need -> time.fact(inTriage(questionnaire, need.need()), RECEIVED, event.time()))
        .toList();
  }

  private static List<Fact> routed(RoutingEvent decision) {
    Questionnaire questionnaire = decision.questionnaire();
    FactTime time = decidedAt(decision);
    return decision.assignments().stream()
        .map(assignment -> time.fact(assigned(questionnaire, assignment), ROUTED, decision.time()))
        .toList();
  }

  private static List<Fact> held(RoutingEvent decision, List<HeldNeed> held) {
    List<Fact> facts = new ArrayList<>(routed(decision));
    FactTime time = decidedAt(decision);
    for (HeldNeed need : held) {
      facts.add(triage(decision, time, need.needId(), need.need(), HELD));
    }
    return facts;
  }

  private static List<Fact> rerouted(RoutingEvent.RequestRerouted decision) {
    List<Fact> facts = new ArrayList<>(routed(decision));
    FactTime time = decidedAt(decision);
    for (Assignment assignment : decision.assignments()) {
      facts.add(triage(decision, time, assignment.needId(), assignment.need(), PLACED));
    }
    return facts;
  }

  /**
   * By the code the person asked with, so that a need leaves triage in the row where it came to it,
   * whatever it is called by then.
   */
  private static Fact triage(
      RoutingEvent decision, FactTime time, UUID needId, String code, Measure measure) {
    Questionnaire questionnaire = decision.questionnaire();
    String requestedCode =
        questionnaire.needs().stream()
            .filter(need -> need.id().equals(needId))
            .map(RequestedNeed::need)
            .findFirst()
            .orElse(code);
    return time.fact(inTriage(questionnaire, requestedCode), measure, decision.time());
  }

  /** What goes back to routing is decided once more, and so counted as returned too. */
  private static List<Fact> declined(CaseEvent.NeedDeclined event) {
    List<Fact> facts = new ArrayList<>(inCase(event, event.agency().id(), DECLINED));
    if (event.returned() != null) {
      facts.addAll(inCase(event, event.agency().id(), RETURNED));
    }
    return facts;
  }

  private static List<Fact> withdrawn(RoutingEvent.NeedsWithdrawn event) {
    FactTime time = decidedAt(event);
    return event.needs().stream()
        .map(need -> triage(event, time, need.id(), need.need(), WITHDRAWN_FROM_TRIAGE))
        .toList();
  }

  /** What no agency had was routing's: it has counted that. */
  private static List<Fact> withdrawn(CaseEvent.NeedWithdrawn event) {
    AgencyRef agency = event.agency();
    return agency == null ? List.of() : inCase(event, agency.id(), WITHDRAWN);
  }

  private static List<Fact> inCase(CaseEvent.NeedEvent event, String agency, Measure measure) {
    var need = event.need();
    Series series = new Series(need.territory().code(), agency, need.channel(), need.need());
    FactTime time = FactTime.of(need.territory(), event.time(), need.requestedAt());
    return List.of(time.fact(series, measure, event.time()));
  }

  private static FactTime decidedAt(RoutingEvent decision) {
    Instant requestedAt = decision.questionnaire().requestedAt();
    return FactTime.of(decision.questionnaire().territory(), decision.time(), requestedAt);
  }

  private static Series inTriage(Questionnaire questionnaire, String need) {
    return new Series(questionnaire.territory().code(), null, questionnaire.channel(), need);
  }

  private static Series assigned(Questionnaire questionnaire, Assignment assignment) {
    return new Series(
        questionnaire.territory().code(),
        assignment.agency().id(),
        questionnaire.channel(),
        assignment.need());
  }
}
