package org.okno.cases.programmes;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.okno.cases.deadlines.AgencyRepository;
import org.okno.cases.needs.CaseFile;
import org.okno.cases.needs.CaseRepository;
import org.okno.cases.needs.NeedRow;
import org.okno.cases.programmes.ProgrammeChange.Result;
import org.okno.contracts.Actor;
import org.okno.contracts.CaseEvent.ProgrammeDrafted;
import org.okno.contracts.CaseEvent.ProgrammeEvent;
import org.okno.http.Problem;
import org.okno.http.Problem.FieldError;
import org.okno.http.ProblemException;
import org.okno.messaging.EventIds;
import org.okno.messaging.Journal;

/**
 * Writes what happens to a programme, with its event. The case is locked first: changes come one
 * after the other, and the journal has the events of a case in the order of the commits.
 */
@Singleton
class ProgrammeTransaction {
  private final CaseRepository cases;
  private final AgencyRepository agencies;
  private final ProgrammeRepository programmes;
  private final Journal journal;
  private final Clock clock;

  ProgrammeTransaction(
      CaseRepository cases,
      AgencyRepository agencies,
      ProgrammeRepository programmes,
      Journal journal,
      Clock clock) {
    this.cases = cases;
    this.agencies = agencies;
    this.programmes = programmes;
    this.journal = journal;
    this.clock = clock;
  }

  @Transactional
  ProgrammeRow draft(UUID requestId, Actor actor, ProgrammePlan plan) {
    CaseFile file = locked(requestId);
    Optional<ProgrammeRow> open =
        programmes
            .find(requestId)
            .filter(row -> !(row.state() instanceof ProgrammeState.Completed));
    if (open.isPresent() && plan.isOf(open.get().programme())) {
      return open.get();
    }
    ProgrammeContext context = context(file, plan.agencyIds(), actor);
    requireValid(plan.errors("", context.codes(), context.needs(), context.agencies()));
    ProgrammeDrafted event =
        new ProgrammeDrafted(
            plan.of(
                EventIds.next(),
                requestId,
                file.head().beneficiaryId(),
                1,
                context.agencies(),
                List.of()),
            context.at(),
            actor);
    ProgrammeRow row = ProgrammeRow.drafted(event);
    if (!programmes.insert(row)) {
      throw notAllowed(
          open.isPresent()
              ? "The person has a programme: revise it, or complete it first."
              : "The person has a programme in another case: it is revised or completed there.");
    }
    journal.append(List.of(event));
    return row;
  }

  @Transactional
  ProgrammeRow apply(
      UUID requestId, Actor actor, LongConsumer requireVersion, ProgrammeChange change) {
    CaseFile file = locked(requestId);
    ProgrammeRow row = programmes.find(requestId).orElseThrow(ChangeProgramme::unknown);
    ProgrammeContext context = context(file, change.agencyIds(), actor);
    return switch (change.decide(row.programme(), row.state(), context)) {
      case Result.Repeated repeated -> row;
      case Result.Rejected(String reason) -> throw notAllowed(reason);
      case Result.Changed(ProgrammeEvent event) -> {
        requireVersion.accept(row.version());
        requireValid(change.errors(row.programme(), row.state(), context));
        yield write(row.on(event), event);
      }
    };
  }

  private ProgrammeRow write(ProgrammeRow row, ProgrammeEvent event) {
    programmes.update(row);
    journal.append(List.of(event));
    return row;
  }

  private CaseFile locked(UUID requestId) {
    return cases.findLocked(requestId).orElseThrow(ChangeProgramme::unknownCase);
  }

  private ProgrammeContext context(CaseFile file, Set<String> agencyIds, Actor actor) {
    Instant now = clock.instant();
    return new ProgrammeContext(
        ProgrammeCodes.shippedOnes(),
        file.needs().stream().map(NeedRow::id).collect(Collectors.toSet()),
        agencies.find(agencyIds),
        now,
        actor);
  }

  private static void requireValid(List<FieldError> errors) {
    if (!errors.isEmpty()) {
      throw Problem.invalid(errors).asException();
    }
  }

  private static ProblemException notAllowed(String detail) {
    return Problem.of(409, "state", "The programme is not in a state for this", detail)
        .asException();
  }
}
