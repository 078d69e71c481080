package org.okno.contracts;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What happens to a case. Key: request id. Reasons and outcomes are codes: words of staff may name
 * a person.
 */
public sealed interface CaseEvent extends Event {

  /** The request the case is about. */
  UUID requestId();

  @Override
  default String key() {
    return requestId().toString();
  }

  /** What happens to one need of a case. */
  sealed interface NeedEvent extends CaseEvent {
    /** The need this is about. */
    NeedRef need();

    /** The agency that has it with this event; null while none has. */
    @Nullable AgencyRef agency();

    /** Who did it; null where a rule did, and in events from before December 2026. */
    @Nullable Actor actor();

    @Override
    default UUID requestId() {
      return need().requestId();
    }
  }

  /**
   * A case was opened with all its needs.
   *
   * @param needs each need with its agency, or with none while it is in triage
   * @param actor who assigned the needs, where the decision of a dispatcher came first; null where
   *     routing did
   */
  record CaseOpened(
      UUID requestId,
      String trackingNumber,
      List<OpenedNeed> needs,
      Instant openedAt,
      @Nullable Actor actor)
      implements CaseEvent {
    public CaseOpened {
      requireNonNull(requestId, "requestId");
      requireNonNull(trackingNumber, "trackingNumber");
      needs = List.copyOf(requireNonNull(needs, "needs"));
      requireNonNull(openedAt, "openedAt");
    }

    @Override
    public Instant time() {
      return openedAt;
    }
  }

  /**
   * A need as it stands when its case opens; agency, due time and reason are null while it is in
   * triage.
   *
   * @param reason null also in events from before November 2026
   * @param deadlines null in events from before December 2026
   */
  record OpenedNeed(
      NeedRef need,
      @Nullable AgencyRef agency,
      @Nullable Instant dueAt,
      @Nullable AssignmentReason reason,
      @Nullable List<Deadline> deadlines) {
    public OpenedNeed {
      requireNonNull(need, "need");
      deadlines = deadlines == null ? null : List.copyOf(deadlines);
    }

    /** A need without deadlines of which anybody is told. */
    public OpenedNeed(
        NeedRef need,
        @Nullable AgencyRef agency,
        @Nullable Instant dueAt,
        @Nullable AssignmentReason reason) {
      this(need, agency, dueAt, reason, null);
    }
  }

  /**
   * A need that was in triage, or was declined, has an agency now.
   *
   * @param reason null in events from before November 2026
   * @param actor who assigned it; null where routing did, and in events from before December 2026
   * @param deadlines null in events from before December 2026
   */
  record NeedAssigned(
      NeedRef need,
      AgencyRef agency,
      Instant dueAt,
      Instant assignedAt,
      @Nullable AssignmentReason reason,
      @Nullable Actor actor,
      @Nullable List<Deadline> deadlines)
      implements NeedEvent {
    public NeedAssigned {
      requireNonNull(need, "need");
      requireNonNull(agency, "agency");
      requireNonNull(dueAt, "dueAt");
      requireNonNull(assignedAt, "assignedAt");
      deadlines = deadlines == null ? null : List.copyOf(deadlines);
    }

    /** An assignment without deadlines of which anybody is told. */
    public NeedAssigned(
        NeedRef need,
        AgencyRef agency,
        Instant dueAt,
        Instant assignedAt,
        @Nullable AssignmentReason reason,
        @Nullable Actor actor) {
      this(need, agency, dueAt, assignedAt, reason, actor, null);
    }

    @Override
    public Instant time() {
      return assignedAt;
    }
  }

  /**
   * The agency took the need on.
   *
   * @param actor who accepted it; null in events from before December 2026
   */
  record NeedAccepted(NeedRef need, AgencyRef agency, Instant acceptedAt, @Nullable Actor actor)
      implements NeedEvent {
    public NeedAccepted {
      requireNonNull(need, "need");
      requireNonNull(agency, "agency");
      requireNonNull(acceptedAt, "acceptedAt");
    }

    @Override
    public Instant time() {
      return acceptedAt;
    }
  }

  /**
   * The agency will not help with this need; {@code reason} is a code such as {@code not-eligible}.
   *
   * @param actor who declined it; null in events from before December 2026
   * @param returned what routing needs to find the next agency; null where the need is settled by
   *     it
   */
  record NeedDeclined(
      NeedRef need,
      AgencyRef agency,
      String reason,
      Instant declinedAt,
      @Nullable Actor actor,
      @Nullable Returned returned)
      implements NeedEvent {
    public NeedDeclined {
      requireNonNull(need, "need");
      requireNonNull(agency, "agency");
      requireNonNull(reason, "reason");
      requireNonNull(declinedAt, "declinedAt");
    }

    @Override
    public Instant time() {
      return declinedAt;
    }
  }

  /**
   * What routing needs to find the next agency for a need.
   *
   * @param questionnaire of the request; what is sealed about a person who was erased has no keys
   * @param refusals every agency that declined the need, in their order; the last is this one
   */
  record Returned(Questionnaire questionnaire, List<Refusal> refusals) {
    public Returned {
      requireNonNull(questionnaire, "questionnaire");
      refusals = List.copyOf(requireNonNull(refusals, "refusals"));
      Refusal.requireAny(refusals);
    }
  }

  /**
   * The need is settled; {@code outcome} is a code such as {@code helped}.
   *
   * @param actor who resolved it; null in events from before December 2026
   */
  record NeedResolved(
      NeedRef need, AgencyRef agency, String outcome, Instant resolvedAt, @Nullable Actor actor)
      implements NeedEvent {
    public NeedResolved {
      requireNonNull(need, "need");
      requireNonNull(agency, "agency");
      requireNonNull(outcome, "outcome");
      requireNonNull(resolvedAt, "resolvedAt");
    }

    @Override
    public Instant time() {
      return resolvedAt;
    }
  }

  /** The agency began to work on the need it accepted. */
  record NeedStarted(NeedRef need, AgencyRef agency, Instant startedAt, Actor actor)
      implements NeedEvent {
    public NeedStarted {
      requireNonNull(need, "need");
      requireNonNull(agency, "agency");
      requireNonNull(startedAt, "startedAt");
      requireNonNull(actor, "actor");
    }

    @Override
    public Instant time() {
      return startedAt;
    }
  }

  /** The agency cannot go on: it waits for the applicant. Deadlines do not run meanwhile. */
  record NeedPaused(NeedRef need, AgencyRef agency, Instant pausedAt, Actor actor)
      implements NeedEvent {
    public NeedPaused {
      requireNonNull(need, "need");
      requireNonNull(agency, "agency");
      requireNonNull(pausedAt, "pausedAt");
      requireNonNull(actor, "actor");
    }

    @Override
    public Instant time() {
      return pausedAt;
    }
  }

  /**
   * The agency waits no longer for the applicant, and works on.
   *
   * @param deadlines those that were moved by the pause; null where the need has none
   */
  record NeedResumed(
      NeedRef need,
      AgencyRef agency,
      Instant resumedAt,
      Actor actor,
      @Nullable List<Deadline> deadlines)
      implements NeedEvent {
    public NeedResumed {
      requireNonNull(need, "need");
      requireNonNull(agency, "agency");
      requireNonNull(resumedAt, "resumedAt");
      requireNonNull(actor, "actor");
      deadlines = deadlines == null ? null : List.copyOf(deadlines);
    }

    /** A resumption that moves no deadline. */
    public NeedResumed(NeedRef need, AgencyRef agency, Instant resumedAt, Actor actor) {
      this(need, agency, resumedAt, actor, null);
    }

    @Override
    public Instant time() {
      return resumedAt;
    }
  }

  /**
   * A specialist of the agency is responsible for the need now; nobody was before.
   *
   * @param specialist subject of the specialist
   */
  record NeedClaimed(
      NeedRef need, AgencyRef agency, String specialist, Instant claimedAt, Actor actor)
      implements NeedEvent {
    public NeedClaimed {
      requireNonNull(need, "need");
      requireNonNull(agency, "agency");
      requireNonNull(specialist, "specialist");
      requireNonNull(claimedAt, "claimedAt");
      requireNonNull(actor, "actor");
    }

    @Override
    public Instant time() {
      return claimedAt;
    }
  }

  /**
   * Another specialist of the same agency is responsible for the need now.
   *
   * @param from subject of who was responsible; null where nobody was
   * @param to subject of who is
   */
  record NeedHandedOver(
      NeedRef need,
      AgencyRef agency,
      @Nullable String from,
      String to,
      Instant handedOverAt,
      Actor actor)
      implements NeedEvent {
    public NeedHandedOver {
      requireNonNull(need, "need");
      requireNonNull(agency, "agency");
      requireNonNull(to, "to");
      requireNonNull(handedOverAt, "handedOverAt");
      requireNonNull(actor, "actor");
    }

    @Override
    public Instant time() {
      return handedOverAt;
    }
  }

  /**
   * Nobody is responsible for the need any more; its agency still has it.
   *
   * @param specialist subject of who was
   */
  record NeedReleased(
      NeedRef need, AgencyRef agency, String specialist, Instant releasedAt, Actor actor)
      implements NeedEvent {
    public NeedReleased {
      requireNonNull(need, "need");
      requireNonNull(agency, "agency");
      requireNonNull(specialist, "specialist");
      requireNonNull(releasedAt, "releasedAt");
      requireNonNull(actor, "actor");
    }

    @Override
    public Instant time() {
      return releasedAt;
    }
  }

  /**
   * A resolved need is open again, assigned to the agency that resolved it.
   *
   * @param dueAt when it should be settled now
   * @param reason a code: {@code not-helped}, {@code came-back} or {@code resolved-by-mistake}
   * @param actor who reopened it; null where the response of the applicant did
   * @param deadlines set with it; null where nobody is told of any
   */
  record NeedReopened(
      NeedRef need,
      AgencyRef agency,
      Instant dueAt,
      String reason,
      Instant reopenedAt,
      @Nullable Actor actor,
      @Nullable List<Deadline> deadlines)
      implements NeedEvent {
    public NeedReopened {
      requireNonNull(need, "need");
      requireNonNull(agency, "agency");
      requireNonNull(dueAt, "dueAt");
      requireNonNull(reason, "reason");
      requireNonNull(reopenedAt, "reopenedAt");
      deadlines = deadlines == null ? null : List.copyOf(deadlines);
    }

    /** A reopening without deadlines of which anybody is told. */
    public NeedReopened(
        NeedRef need,
        AgencyRef agency,
        Instant dueAt,
        String reason,
        Instant reopenedAt,
        @Nullable Actor actor) {
      this(need, agency, dueAt, reason, reopenedAt, actor, null);
    }

    @Override
    public Instant time() {
      return reopenedAt;
    }
  }

  /**
   * The person withdrew the need, and it is not closed by that: its agency works on it and is told,
   * or routing has yet to say whether an agency has it.
   *
   * @param agency null while none has the need
   */
  record NeedWithdrawalRequested(
      NeedRef need, @Nullable AgencyRef agency, Withdrawal withdrawal, Instant requestedAt)
      implements NeedEvent {
    public NeedWithdrawalRequested {
      requireNonNull(need, "need");
      requireNonNull(withdrawal, "withdrawal");
      requireNonNull(requestedAt, "requestedAt");
    }

    @Override
    public @Nullable Actor actor() {
      return withdrawal.actor();
    }

    @Override
    public Instant time() {
      return requestedAt;
    }
  }

  /**
   * The need is settled: the person withdrew it before anybody worked on it.
   *
   * @param agency that had it; null where none had
   */
  record NeedWithdrawn(
      NeedRef need, @Nullable AgencyRef agency, Withdrawal withdrawal, Instant withdrawnAt)
      implements NeedEvent {
    public NeedWithdrawn {
      requireNonNull(need, "need");
      requireNonNull(withdrawal, "withdrawal");
      requireNonNull(withdrawnAt, "withdrawnAt");
    }

    @Override
    public @Nullable Actor actor() {
      return withdrawal.actor();
    }

    @Override
    public Instant time() {
      return withdrawnAt;
    }
  }

  /**
   * What the request says was corrected. Events of the needs that it removes follow.
   *
   * @param questionnaire of the request as it is now
   * @param added the needs that are new, each with its agency, or with none while it is in triage
   * @param actor who corrected it
   */
  record CaseCorrected(
      UUID requestId,
      Questionnaire questionnaire,
      List<OpenedNeed> added,
      Instant correctedAt,
      @Nullable Actor actor)
      implements CaseEvent {
    public CaseCorrected {
      requireNonNull(requestId, "requestId");
      requireNonNull(questionnaire, "questionnaire");
      added = List.copyOf(requireNonNull(added, "added"));
      requireNonNull(correctedAt, "correctedAt");
    }

    @Override
    public Instant time() {
      return correctedAt;
    }
  }

  /**
   * Every need of the case is settled: resolved, declined or withdrawn. A case whose need is
   * reopened is closed again.
   *
   * @param actor who settled the last of them; null in events from before December 2026
   */
  record CaseClosed(UUID requestId, Instant closedAt, @Nullable Actor actor) implements CaseEvent {
    public CaseClosed {
      requireNonNull(requestId, "requestId");
      requireNonNull(closedAt, "closedAt");
    }

    @Override
    public Instant time() {
      return closedAt;
    }
  }

  /**
   * A deadline of a need that is not settled comes near or passes. The need stays as it is: {@code
   * need.version} is the one it has.
   */
  sealed interface DeadlineEvent extends CaseEvent {
    /** The need this is about. */
    NeedRef need();

    /** The agency that has it; null while it is in triage. */
    @Nullable AgencyRef agency();

    /** Kind of the deadline, as in {@link Deadline}. */
    String deadline();

    /** When it is due. */
    Instant dueAt();

    /** When the next step is taken; null after the last one. */
    @Nullable Instant nextStepAt();

    @Override
    default UUID requestId() {
      return need().requestId();
    }
  }

  /**
   * Whoever has the need is warned: its deadline comes near.
   *
   * @param agency null while the need is in triage
   * @param deadline kind of the deadline, as in {@link Deadline}
   * @param nextStepAt when the next step is taken; null after the last one
   */
  record DeadlineWarned(
      NeedRef need,
      @Nullable AgencyRef agency,
      String deadline,
      Instant dueAt,
      Instant warnedAt,
      @Nullable Instant nextStepAt)
      implements DeadlineEvent {
    public DeadlineWarned {
      requireNonNull(need, "need");
      requireNonNull(deadline, "deadline");
      requireNonNull(dueAt, "dueAt");
      requireNonNull(warnedAt, "warnedAt");
    }

    @Override
    public Instant time() {
      return warnedAt;
    }
  }

  /**
   * The deadline passed.
   *
   * @param agency null while the need is in triage
   * @param deadline kind of the deadline, as in {@link Deadline}
   * @param nextStepAt when the next step is taken; null after the last one
   */
  record DeadlineMissed(
      NeedRef need,
      @Nullable AgencyRef agency,
      String deadline,
      Instant dueAt,
      Instant missedAt,
      @Nullable Instant nextStepAt)
      implements DeadlineEvent {
    public DeadlineMissed {
      requireNonNull(need, "need");
      requireNonNull(deadline, "deadline");
      requireNonNull(dueAt, "dueAt");
      requireNonNull(missedAt, "missedAt");
    }

    @Override
    public Instant time() {
      return missedAt;
    }
  }

  /**
   * Nobody did what the deadline was for: the next level hears of it.
   *
   * @param agency null while the need is in triage
   * @param deadline kind of the deadline, as in {@link Deadline}
   * @param level {@code head-of-agency}, {@code level-above} or {@code duty-officer}
   * @param nextStepAt when the next step is taken; null after the last one
   */
  record NeedEscalated(
      NeedRef need,
      @Nullable AgencyRef agency,
      String deadline,
      Instant dueAt,
      String level,
      Instant escalatedAt,
      @Nullable Instant nextStepAt)
      implements DeadlineEvent {
    public NeedEscalated {
      requireNonNull(need, "need");
      requireNonNull(deadline, "deadline");
      requireNonNull(dueAt, "dueAt");
      requireNonNull(level, "level");
      requireNonNull(escalatedAt, "escalatedAt");
    }

    @Override
    public Instant time() {
      return escalatedAt;
    }
  }

  /**
   * What happens to a referral of a need to another agency. The need stays where it is, and its
   * version as it was.
   */
  sealed interface ReferralEvent extends CaseEvent {
    /** The referral this is about. */
    Referral referral();

    /** Who did it. */
    Actor actor();

    @Override
    default UUID requestId() {
      return referral().requestId();
    }
  }

  /** An agency referred its need to another agency; the person agreed to it. */
  record ReferralMade(Referral referral, Consent consent, Instant madeAt, Actor actor)
      implements ReferralEvent {
    public ReferralMade {
      requireNonNull(referral, "referral");
      requireNonNull(consent, "consent");
      requireNonNull(madeAt, "madeAt");
      requireNonNull(actor, "actor");
    }

    @Override
    public Instant time() {
      return madeAt;
    }
  }

  /**
   * The other agency will help: it sees the case, and may open the parts of the personal data that
   * the referral names.
   */
  record ReferralAccepted(Referral referral, Instant acceptedAt, Actor actor)
      implements ReferralEvent {
    public ReferralAccepted {
      requireNonNull(referral, "referral");
      requireNonNull(acceptedAt, "acceptedAt");
      requireNonNull(actor, "actor");
    }

    @Override
    public Instant time() {
      return acceptedAt;
    }
  }

  /** The other agency will not help; {@code reason} is a code such as {@code no-capacity}. */
  record ReferralDeclined(Referral referral, String reason, Instant declinedAt, Actor actor)
      implements ReferralEvent {
    public ReferralDeclined {
      requireNonNull(referral, "referral");
      requireNonNull(reason, "reason");
      requireNonNull(declinedAt, "declinedAt");
      requireNonNull(actor, "actor");
    }

    @Override
    public Instant time() {
      return declinedAt;
    }
  }

  /** The person does not agree any more: the other agency may see nothing from now on. */
  record ReferralConsentWithdrawn(Referral referral, Instant withdrawnAt, Actor actor)
      implements ReferralEvent {
    public ReferralConsentWithdrawn {
      requireNonNull(referral, "referral");
      requireNonNull(withdrawnAt, "withdrawnAt");
      requireNonNull(actor, "actor");
    }

    @Override
    public Instant time() {
      return withdrawnAt;
    }
  }

  /** What happens to a programme of help, on the key of the case in which it was drafted. */
  sealed interface ProgrammeEvent extends CaseEvent {
    /** The programme as it is with this event. */
    Programme programme();

    /** Who did it. */
    Actor actor();

    @Override
    default UUID requestId() {
      return programme().requestId();
    }
  }

  /** A programme was planned; the person has not agreed to it yet. */
  record ProgrammeDrafted(Programme programme, Instant draftedAt, Actor actor)
      implements ProgrammeEvent {
    public ProgrammeDrafted {
      requireNonNull(programme, "programme");
      requireNonNull(draftedAt, "draftedAt");
      requireNonNull(actor, "actor");
    }

    @Override
    public Instant time() {
      return draftedAt;
    }
  }

  /** The person agreed to the programme, which is followed from now on. */
  record ProgrammeAgreed(Programme programme, Consent consent, Instant agreedAt, Actor actor)
      implements ProgrammeEvent {
    public ProgrammeAgreed {
      requireNonNull(programme, "programme");
      requireNonNull(consent, "consent");
      requireNonNull(agreedAt, "agreedAt");
      requireNonNull(actor, "actor");
    }

    @Override
    public Instant time() {
      return agreedAt;
    }
  }

  /**
   * The programme was changed; {@code reason} is a code such as {@code situation-changed}.
   *
   * @param consent to the changed programme; null while it is a draft
   */
  record ProgrammeRevised(
      Programme programme, String reason, @Nullable Consent consent, Instant revisedAt, Actor actor)
      implements ProgrammeEvent {
    public ProgrammeRevised {
      requireNonNull(programme, "programme");
      requireNonNull(reason, "reason");
      requireNonNull(revisedAt, "revisedAt");
      requireNonNull(actor, "actor");
    }

    @Override
    public Instant time() {
      return revisedAt;
    }
  }

  /**
   * Somebody looked at what became of the programme; {@code outcome} is a code such as {@code
   * on-track}.
   *
   * @param done numbers of the steps that were found done now
   */
  record ProgrammeReviewed(
      Programme programme, String outcome, List<Integer> done, Instant reviewedAt, Actor actor)
      implements ProgrammeEvent {
    public ProgrammeReviewed {
      requireNonNull(programme, "programme");
      requireNonNull(outcome, "outcome");
      done = List.copyOf(requireNonNull(done, "done"));
      requireNonNull(reviewedAt, "reviewedAt");
      requireNonNull(actor, "actor");
    }

    @Override
    public Instant time() {
      return reviewedAt;
    }
  }

  /** The programme has ended; {@code outcome} is a code such as {@code goals-reached}. */
  record ProgrammeCompleted(Programme programme, String outcome, Instant completedAt, Actor actor)
      implements ProgrammeEvent {
    public ProgrammeCompleted {
      requireNonNull(programme, "programme");
      requireNonNull(outcome, "outcome");
      requireNonNull(completedAt, "completedAt");
      requireNonNull(actor, "actor");
    }

    @Override
    public Instant time() {
      return completedAt;
    }
  }
}
