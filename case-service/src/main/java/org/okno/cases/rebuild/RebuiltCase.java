package org.okno.cases.rebuild;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.okno.cases.deadlines.DeadlineRow;
import org.okno.cases.needs.CaseFile;
import org.okno.cases.needs.NeedRow;
import org.okno.cases.opening.CaseRow;
import org.okno.cases.programmes.ProgrammeRow;
import org.okno.cases.referrals.ReferralRow;
import org.okno.contracts.AgencyRef;
import org.okno.contracts.AssignmentReason;
import org.okno.contracts.CaseEvent;
import org.okno.contracts.CaseEvent.CaseClosed;
import org.okno.contracts.CaseEvent.CaseCorrected;
import org.okno.contracts.CaseEvent.CaseOpened;
import org.okno.contracts.CaseEvent.DeadlineEvent;
import org.okno.contracts.CaseEvent.NeedAssigned;
import org.okno.contracts.CaseEvent.NeedEvent;
import org.okno.contracts.CaseEvent.OpenedNeed;
import org.okno.contracts.CaseEvent.ProgrammeDrafted;
import org.okno.contracts.CaseEvent.ProgrammeEvent;
import org.okno.contracts.CaseEvent.ReferralEvent;
import org.okno.contracts.CaseEvent.ReferralMade;
import org.okno.contracts.Questionnaire;
import org.okno.contracts.RequestedNeed;
import org.okno.contracts.RoutingEvent;

/**
 * A case as its events leave it. They are applied as they were recorded: no rule decides again
 * whether they may happen, so a log stays readable when rules and terms change.
 *
 * @param corrections how often the request was corrected
 * @param needs in the order they were asked for
 * @param deadlines that are not met yet, in no order
 * @param referrals of its needs
 * @param programmes that were drafted in it
 */
record RebuiltCase(
    Questionnaire questionnaire,
    Instant openedAt,
    int corrections,
    List<NeedRow> needs,
    List<DeadlineRow> deadlines,
    List<ReferralRow> referrals,
    List<ProgrammeRow> programmes) {

  /**
   * Applies the events of one case. Its decisions give what the events do not record: the
   * questionnaire, and the reasons of assignments from before November 2026.
   *
   * @param events each once, in their order; at least one
   * @param decisions those of the case that were read so far
   * @return empty while a decision is missing
   * @throws ContradictionException if the events cannot be those of one case
   */
  static Optional<RebuiltCase> of(List<CaseEvent> events, List<RoutingEvent> decisions) {
    if (!(events.getFirst() instanceof CaseOpened opened)) {
      throw new ContradictionException(
          events.getFirst().requestId(), "its first event is not its opening");
    }
    Optional<RoutingEvent> first =
        decisions.stream()
            .filter(decision -> isOf(decision, opened.openedAt()))
            .filter(one -> needIds(one).equals(needIds(opened)))
            .findFirst();
    List<CaseEvent> complete =
        events.stream().flatMap(event -> withReason(event, decisions).stream()).toList();
    return complete.size() < events.size()
        ? Optional.empty()
        : first.map(one -> apply(complete, one));
  }

  private static RebuiltCase apply(List<CaseEvent> events, RoutingEvent first) {
    CaseOpened opened = (CaseOpened) events.getFirst();
    Questionnaire questionnaire = first.questionnaire();
    int corrections = 0;
    SequencedMap<UUID, NeedRow> needs = new LinkedHashMap<>();
    NeedRow.opened(opened, first.requestedNeeds()).forEach(need -> needs.put(need.id(), need));
    List<DeadlineRow> deadlines = DeadlineRow.after(List.of(), opened);
    Map<UUID, ReferralRow> referrals = new LinkedHashMap<>();
    Map<UUID, ProgrammeRow> programmes = new LinkedHashMap<>();
    for (CaseEvent event : events.subList(1, events.size())) {
      deadlines = DeadlineRow.after(deadlines, event);
      switch (event) {
        case CaseOpened again ->
            throw new ContradictionException(again.requestId(), "it is opened twice");
        case CaseCorrected corrected -> {
          questionnaire = corrected.questionnaire();
          corrections++;
          NeedRow.added(corrected, needs.size()).forEach(need -> needs.put(need.id(), need));
        }
        case CaseClosed closed -> {
          // Where all needs are settled the case is: nothing of its own to apply.
        }
        case DeadlineEvent told -> {
          // The need stays as it is.
        }
        case ReferralEvent of ->
            referrals.compute(of.referral().id(), (id, referral) -> on(referral, of));
        case ProgrammeEvent of ->
            programmes.compute(of.programme().id(), (id, programme) -> on(programme, of));
        case NeedEvent of -> needs.compute(of.need().needId(), (id, need) -> on(need, of));
      }
    }
    return new RebuiltCase(
        questionnaire,
        opened.openedAt(),
        corrections,
        List.copyOf(needs.values()),
        deadlines,
        List.copyOf(referrals.values()),
        List.copyOf(programmes.values()));
  }

  private static ProgrammeRow on(@Nullable ProgrammeRow programme, ProgrammeEvent event) {
    if (event instanceof ProgrammeDrafted drafted) {
      return ProgrammeRow.drafted(drafted);
    }
    if (programme == null) {
      throw new ContradictionException(
          event.requestId(), "an event is about a programme that was never drafted");
    }
    return programme.on(event);
  }

  private static ReferralRow on(@Nullable ReferralRow referral, ReferralEvent event) {
    if (event instanceof ReferralMade made) {
      return ReferralRow.made(made);
    }
    if (referral == null) {
      throw new ContradictionException(
          event.requestId(), "an event is about a referral that was never made");
    }
    return referral.on(event);
  }

  private static NeedRow on(@Nullable NeedRow need, NeedEvent event) {
    if (need == null) {
      throw new ContradictionException(
          event.requestId(), "an event is about a need that it does not have");
    }
    try {
      return need.on(event);
    } catch (IllegalStateException e) {
      throw new ContradictionException(
          event.requestId(),
          event.getClass().getSimpleName() + " is about a need that never had an agency");
    }
  }

  /** The event with its reason; empty while the decision that has it is missing. */
  private static Optional<CaseEvent> withReason(CaseEvent event, List<RoutingEvent> decisions) {
    return switch (event) {
      case CaseOpened opened -> withReasons(opened, decisions);
      case NeedAssigned(
              var need,
              var agency,
              var dueAt,
              var at,
              var reason,
              var actor,
              var deadlines)
          when reason == null ->
          reason(need.needId(), agency, at, decisions)
              .map(found -> new NeedAssigned(need, agency, dueAt, at, found, actor, deadlines));
      case NeedEvent complete -> Optional.of(complete);
      case DeadlineEvent told -> Optional.of(told);
      case CaseCorrected corrected -> Optional.of(corrected);
      case ReferralEvent referred -> Optional.of(referred);
      case ProgrammeEvent planned -> Optional.of(planned);
      case CaseClosed closed -> Optional.of(closed);
    };
  }

  private static Optional<CaseEvent> withReasons(CaseOpened opened, List<RoutingEvent> decisions) {
    List<OpenedNeed> needs =
        opened.needs().stream()
            .flatMap(need -> withReason(need, opened.openedAt(), decisions).stream())
            .toList();
    return needs.size() < opened.needs().size()
        ? Optional.empty()
        : Optional.of(
            new CaseOpened(
                opened.requestId(),
                opened.trackingNumber(),
                needs,
                opened.openedAt(),
                opened.actor()));
  }

  private static Optional<OpenedNeed> withReason(
      OpenedNeed need, Instant openedAt, List<RoutingEvent> decisions) {
    AgencyRef agency = need.agency();
    return agency == null || need.reason() != null
        ? Optional.of(need)
        : reason(need.need().needId(), agency, openedAt, decisions)
            .map(
                found ->
                    new OpenedNeed(need.need(), agency, need.dueAt(), found, need.deadlines()));
  }

  private static Optional<AssignmentReason> reason(
      UUID needId, AgencyRef agency, Instant assignedAt, List<RoutingEvent> decisions) {
    return decisions.stream()
        .filter(decision -> isOf(decision, assignedAt))
        .flatMap(decision -> decision.assignments().stream())
        .filter(one -> one.needId().equals(needId) && one.agency().equals(agency))
        .map(one -> one.because())
        .findFirst();
  }

  /** Events of the case record milliseconds; decisions from before November 2026 have more. */
  private static boolean isOf(RoutingEvent decision, Instant time) {
    return decision
        .time()
        .truncatedTo(ChronoUnit.MILLIS)
        .equals(time.truncatedTo(ChronoUnit.MILLIS));
  }

  private static List<UUID> needIds(RoutingEvent decision) {
    return decision.requestedNeeds().stream().map(RequestedNeed::id).toList();
  }

  private static List<UUID> needIds(CaseOpened opened) {
    return opened.needs().stream().map(need -> need.need().needId()).toList();
  }

  /**
   * The row of the case.
   *
   * @param erased ids of persons of whom nothing may be kept
   */
  CaseRow row(Set<UUID> erased) {
    return CaseRow.of(
        questionnaire,
        openedAt,
        CaseFile.statusOf(needs),
        corrections + needs.stream().mapToInt(need -> (int) need.version() - 1).sum(),
        erased.contains(questionnaire.applicantId()),
        erased.contains(questionnaire.beneficiaryId()));
  }
}
