package org.okno.intake.withdrawal;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.okno.contracts.Actor;
import org.okno.contracts.IntakeEvent.QuestionnaireWithdrawn;
import org.okno.contracts.Questionnaire;
import org.okno.contracts.RequestStatus;
import org.okno.contracts.Withdrawal;
import org.okno.http.Problem;
import org.okno.identity.Rows;
import org.okno.intake.requests.QuestionnaireRepository;
import org.okno.intake.withdrawal.WithdrawalRepository.WithdrawalRow;
import org.okno.messaging.EventIds;
import org.okno.messaging.Journal;

/** A request is withdrawn: the row and its event in one transaction. */
@Singleton
class WithdrawRequest {
  private final QuestionnaireRepository questionnaires;
  private final WithdrawalRepository withdrawals;
  private final Journal journal;
  private final Clock clock;

  WithdrawRequest(
      QuestionnaireRepository questionnaires,
      WithdrawalRepository withdrawals,
      Journal journal,
      Clock clock) {
    this.questionnaires = questionnaires;
    this.withdrawals = withdrawals;
    this.journal = journal;
    this.clock = clock;
  }

  /**
   * Withdraws a request. The same reason again gets the first response and changes nothing.
   *
   * @param permitted a request that is not among these rows is unknown
   * @param actor who records it
   * @return empty where there is no such request
   * @throws org.okno.http.ProblemException 409 where it was withdrawn for another reason, or is
   *     settled
   */
  @Transactional
  Optional<StoredWithdrawal> withdraw(
      UUID requestId, Rows permitted, Actor actor, WithdrawalReason reason) {
    // Two who withdraw or correct it at the same time follow one another.
    return questionnaires
        .lock(requestId, permitted)
        .map(
            stored ->
                withdrawals
                    .find(requestId)
                    .map(earlier -> requireSame(earlier, reason))
                    .orElseGet(() -> withdraw(stored.questionnaire(), actor, reason)));
  }

  private StoredWithdrawal withdraw(
      Questionnaire questionnaire, Actor actor, WithdrawalReason reason) {
    UUID requestId = questionnaire.requestId();
    if (withdrawals.status(requestId) == RequestStatus.SETTLED) {
      throw Problem.of(
              409,
              "settled",
              "The request is settled already",
              "Nothing of it is left to be withdrawn. Say whether it helped with POST"
                  + " /v1/track/{number}/feedback; whoever needs help again posts a new request.")
          .asException();
    }
    UUID eventId = EventIds.next();
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    withdrawals.insert(new WithdrawalRow(requestId, eventId, reason.code(), now));
    journal.append(
        eventId,
        new QuestionnaireWithdrawn(questionnaire, new Withdrawal(reason.code(), now, actor)));
    return new StoredWithdrawal(requestId, reason.code(), now);
  }

  private static StoredWithdrawal requireSame(StoredWithdrawal earlier, WithdrawalReason reason) {
    if (!earlier.reason().equals(reason.code())) {
      throw Problem.of(
              409,
              "withdrawn",
              "The request was withdrawn for another reason",
              "It stays withdrawn for the reason "
                  + earlier.reason()
                  + ". Whoever needs help again posts a new request.")
          .asException();
    }
    return earlier;
  }
}
