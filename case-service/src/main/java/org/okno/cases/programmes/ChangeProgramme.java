package org.okno.cases.programmes;

import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.okno.cases.needs.CaseRepository;
import org.okno.contracts.Actor;
import org.okno.http.Problem;
import org.okno.http.ProblemException;
import org.okno.identity.CurrentCaller;
import org.okno.identity.Rows;

/** Whoever sees a case plans for its person: drafts a programme, or changes it. */
@Singleton
class ChangeProgramme {
  private final CaseRepository cases;
  private final ProgrammeTransaction transaction;
  private final CurrentCaller current;

  ChangeProgramme(CaseRepository cases, ProgrammeTransaction transaction, CurrentCaller current) {
    this.cases = cases;
    this.transaction = transaction;
    this.current = current;
  }

  /**
   * Drafts a programme for the person of a case. The same plan again responds with the first.
   *
   * @param permitted a case that is not among these rows is unknown
   * @throws ProblemException 404 without such a case, 400 with every validation error, 409 where
   *     the person has a programme that has not ended
   */
  ProgrammeRow draft(UUID requestId, Rows permitted, Actor actor, ProgrammePlan plan) {
    requireCase(requestId, permitted);
    return current.unlimited(() -> transaction.draft(requestId, actor, plan));
  }

  /**
   * Changes the programme of a case. A change that already succeeded succeeds again and changes
   * nothing.
   *
   * @param permitted a case that is not among these rows is unknown
   * @param requireVersion throws where the caller did not see this version of the programme
   * @throws ProblemException 404 without such a programme, 400 with every validation error, 412 if
   *     it changed meanwhile, 409 if its state does not allow the change
   */
  ProgrammeRow apply(
      UUID requestId,
      Rows permitted,
      Actor actor,
      LongConsumer requireVersion,
      ProgrammeChange change) {
    requireCase(requestId, permitted);
    return current.unlimited(() -> transaction.apply(requestId, actor, requireVersion, change));
  }

  private void requireCase(UUID requestId, Rows permitted) {
    if (cases.find(requestId, permitted).isEmpty()) {
      throw unknownCase();
    }
  }

  static ProblemException unknownCase() {
    return Problem.notFound("There is no such case; it may not have come here yet.").asException();
  }

  static ProblemException unknown() {
    return Problem.notFound("There is no programme in this case.").asException();
  }
}
