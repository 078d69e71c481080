package org.okno.cases.referrals;

import static java.util.Objects.requireNonNull;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.okno.cases.needs.CaseFile;
import org.okno.cases.needs.CaseRepository;
import org.okno.cases.needs.ChangeNeed;
import org.okno.cases.needs.NeedRow;
import org.okno.cases.needs.Visibility;
import org.okno.cases.referrals.ReferralStep.Result;
import org.okno.contracts.Actor;
import org.okno.contracts.AgencyRef;
import org.okno.contracts.CaseEvent.ReferralEvent;
import org.okno.contracts.CaseEvent.ReferralMade;
import org.okno.contracts.Referral;
import org.okno.http.Problem;
import org.okno.http.ProblemException;
import org.okno.identity.Rows;
import org.okno.messaging.EventIds;
import org.okno.messaging.Journal;

/**
 * Writes what happens to a referral, with its event. The case is locked first: two requests for the
 * same referral come one after the other, and the journal has the events of a case in the order of
 * the commits.
 */
@Singleton
class ReferralTransaction {
  private static final Rows ALL = new Rows.All();

  private final CaseRepository cases;
  private final ReferralRepository referrals;
  private final Journal journal;
  private final Clock clock;

  ReferralTransaction(
      CaseRepository cases, ReferralRepository referrals, Journal journal, Clock clock) {
    this.cases = cases;
    this.referrals = referrals;
    this.journal = journal;
    this.clock = clock;
  }

  @Transactional
  ReferralRow make(
      UUID requestId, UUID needId, String agency, AgencyRef to, Actor actor, ReferralTerms terms) {
    CaseFile file = cases.findLocked(requestId).orElseThrow(ChangeNeed::unknown);
    NeedRow need =
        file.need(needId)
            .filter(one -> Visibility.isWhole(one, new Rows.OfAgency(agency)))
            .orElseThrow(ChangeNeed::unknown);
    Instant now = clock.instant();
    Optional<ReferralRow> open =
        referrals.ofNeed(requestId, needId, ALL).stream()
            .filter(row -> row.toAgencyId().equals(to.id()) && row.isOpen(now))
            .findFirst();
    if (open.isPresent()) {
      return requireSame(open.get(), terms);
    }
    requireOpen(need);
    Referral referral =
        terms.referral(
            EventIds.next(),
            requestId,
            needId,
            need.need(),
            file.head().territory(),
            from(need),
            to);
    ReferralMade event = new ReferralMade(referral, terms.consent().recorded(), now, actor);
    return write(ReferralRow.made(event), event);
  }

  @Transactional
  ReferralRow apply(
      UUID requestId,
      UUID needId,
      UUID id,
      Actor actor,
      LongConsumer requireVersion,
      ReferralStep step) {
    cases.findLocked(requestId);
    ReferralRow row =
        referrals.find(requestId, needId, id, ALL).orElseThrow(ChangeReferral::unknown);
    Instant now = clock.instant();
    return switch (step.decide(row.referral(), row.state(), now, actor)) {
      case Result.Repeated repeated -> row;
      case Result.Rejected(String reason) ->
          throw notAllowed(
              reason + " " + ReferralStep.possible(row.referral(), row.state(), now, actor));
      case Result.Changed(ReferralEvent event) -> {
        requireVersion.accept(row.version());
        yield write(row.on(event), event);
      }
    };
  }

  private ReferralRow write(ReferralRow row, ReferralEvent event) {
    referrals.save(row);
    journal.append(List.of(event));
    return row;
  }

  /** The agency of a need that one of them has. */
  private static AgencyRef from(NeedRow need) {
    return requireNonNull(need.state().assignment(), "agency").agency();
  }

  private static ReferralRow requireSame(ReferralRow open, ReferralTerms terms) {
    if (!terms.areOf(open)) {
      throw notAllowed(
          "The need is referred to this agency on other terms: withdraw that referral first.");
    }
    return open;
  }

  private static void requireOpen(NeedRow need) {
    if (need.settledAt() != null) {
      throw notAllowed("The need is settled: only an open one can be referred.");
    }
  }

  private static ProblemException notAllowed(String detail) {
    return Problem.of(409, "state", "The referral is not in a state for this", detail)
        .asException();
  }
}
