package org.okno.routing.triage;

import static java.util.Objects.requireNonNull;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.okno.contracts.Correction;
import org.okno.contracts.RequestedNeed;
import org.okno.contracts.RoutingEvent;
import org.okno.contracts.RoutingEvent.NeedsWithdrawn;
import org.okno.contracts.RoutingEvent.RequestCorrected;
import org.okno.contracts.RoutingEvent.RequestWithdrawn;
import org.okno.contracts.Withdrawal;
import org.okno.messaging.Journal;

/**
 * Takes withdrawn needs off the desk: the entry and the event that records it, in one transaction.
 * The lock of the entry decides between a dispatcher and a withdrawal, so each need leaves triage
 * once.
 */
@Singleton
class WithdrawNeeds {
  private final TriageRepository entries;
  private final WithdrawnNeedRepository withdrawn;
  private final Journal journal;
  private final Clock clock;

  WithdrawNeeds(
      TriageRepository entries, WithdrawnNeedRepository withdrawn, Journal journal, Clock clock) {
    this.entries = entries;
    this.withdrawn = withdrawn;
    this.journal = journal;
    this.clock = clock;
  }

  /** Withdraws what decisions withdraw, or hold although it was withdrawn before. */
  @Transactional(TxType.MANDATORY)
  void by(Collection<RoutingEvent> decisions) {
    if (decisions.isEmpty()) {
      return;
    }
    decisions.forEach(this::remember);
    withdrawn
        .ofRequests(decisions.stream().map(one -> one.questionnaire().requestId()).toList())
        .forEach(
            (requestId, byNeed) ->
                entries
                    .locked(requestId)
                    .ifPresent(entry -> journal.append(withdraw(entry, byNeed))));
  }

  private void remember(RoutingEvent decision) {
    UUID requestId = decision.questionnaire().requestId();
    if (decision instanceof RequestWithdrawn all) {
      withdrawn.insert(requestId, ids(all.questionnaire().needs()), all.withdrawal());
    } else if (decision instanceof RequestCorrected corrected) {
      Correction correction = corrected.correction();
      withdrawn.insert(requestId, ids(correction.removed()), correction.withdrawal());
    }
  }

  private static List<UUID> ids(List<RequestedNeed> needs) {
    return needs.stream().map(RequestedNeed::id).toList();
  }

  /** An event for each withdrawal: needs of one request may have been withdrawn one by one. */
  private List<NeedsWithdrawn> withdraw(
      TriageEntryEntity entry, Map<UUID, Withdrawal> withdrawals) {
    Map<Withdrawal, List<RequestedNeed>> left =
        entry.withdraw(withdrawals).stream()
            .collect(
                Collectors.groupingBy(
                    need -> requireNonNull(need.withdrawal()),
                    Collectors.mapping(need -> requested(entry, need), Collectors.toList())));
    List<NeedsWithdrawn> events = new ArrayList<>();
    left.forEach(
        (by, needs) ->
            events.add(new NeedsWithdrawn(entry.questionnaire(), needs, by, clock.instant())));
    return events;
  }

  private static RequestedNeed requested(TriageEntryEntity entry, TriageNeed need) {
    return entry.questionnaire().needs().stream()
        .filter(one -> one.id().equals(need.needId()))
        .findFirst()
        .orElseGet(() -> new RequestedNeed(need.needId(), need.need(), null));
  }
}
