package org.okno.cases.needs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.okno.cases.needs.NeedState.Accepted;
import org.okno.cases.needs.NeedState.Assigned;
import org.okno.cases.needs.NeedState.Declined;
import org.okno.cases.needs.NeedState.InProgress;
import org.okno.cases.needs.NeedState.InTriage;
import org.okno.cases.needs.NeedState.Resolved;
import org.okno.cases.needs.NeedState.WaitingForApplicant;
import org.okno.cases.needs.NeedState.Withdrawn;
import org.okno.cases.needs.NeedState.Work;
import org.okno.cases.needs.Responsibility.Claim;
import org.okno.cases.needs.Responsibility.HandOver;
import org.okno.cases.needs.Responsibility.Release;
import org.okno.cases.needs.Step.Accept;
import org.okno.cases.needs.Step.Decline;
import org.okno.cases.needs.Step.Pause;
import org.okno.cases.needs.Step.Reopen;
import org.okno.cases.needs.Step.Resolve;
import org.okno.cases.needs.Step.Resume;
import org.okno.cases.needs.Step.Start;
import org.okno.cases.needs.StepResult.Changed;
import org.okno.cases.needs.StepResult.Rejected;
import org.okno.cases.needs.StepResult.Repeated;
import org.okno.contracts.Actor;
import org.okno.contracts.AgencyRef;
import org.okno.contracts.AssignmentReason;
import org.okno.contracts.CaseEvent.CaseOpened;
import org.okno.contracts.CaseEvent.NeedAccepted;
import org.okno.contracts.CaseEvent.NeedAssigned;
import org.okno.contracts.CaseEvent.NeedClaimed;
import org.okno.contracts.CaseEvent.NeedDeclined;
import org.okno.contracts.CaseEvent.NeedEvent;
import org.okno.contracts.CaseEvent.NeedHandedOver;
import org.okno.contracts.CaseEvent.NeedPaused;
import org.okno.contracts.CaseEvent.NeedReleased;
import org.okno.contracts.CaseEvent.NeedReopened;
import org.okno.contracts.CaseEvent.NeedResolved;
import org.okno.contracts.CaseEvent.NeedResumed;
import org.okno.contracts.CaseEvent.NeedStarted;
import org.okno.contracts.CaseEvent.NeedWithdrawalRequested;
import org.okno.contracts.CaseEvent.NeedWithdrawn;
import org.okno.contracts.CaseEvent.OpenedNeed;
import org.okno.contracts.NeedRef;
import org.okno.contracts.Refusal;
import org.okno.contracts.Withdrawal;
import org.okno.testkit.SampleRequest;

/** What an agency may do with a need in each state, and what its events make of the need. */
class StepTest {
  private static final SampleRequest REQUEST = SampleRequest.of("food");
  private static final NeedRef REF = REQUEST.ref(0);
  private static final Actor ACTOR = new Actor("b7c2", "specialist");
  private static final AgencyRef AGENCY = SampleRequest.agency("a");
  private static final AssignmentReason REASON =
      new AssignmentReason("nearest-offer", 3, "only-agency", Map.of("agency", "Agency a"));
  private static final Instant DECIDED = REQUEST.questionnaire().requestedAt();
  private static final Instant DUE = DECIDED.plus(Duration.ofHours(24));
  private static final Instant NOW = DECIDED.plusSeconds(3_600);

  private static final InTriage IN_TRIAGE = new InTriage();
  private static final Assigned ASSIGNED = new Assigned(AGENCY, REASON, DECIDED, DUE, null, null);
  private static final Accepted ACCEPTED = new Accepted(ASSIGNED, NOW);
  private static final InProgress IN_PROGRESS = new InProgress(ASSIGNED, NOW, NOW, null);
  private static final WaitingForApplicant WAITING =
      new WaitingForApplicant(ASSIGNED, NOW, NOW, NOW);
  private static final InProgress RESUMED = new InProgress(ASSIGNED, NOW, NOW, NOW);
  private static final Work WORK = new Work(NOW, null);
  private static final Resolved RESOLVED = new Resolved(ASSIGNED, WORK, "helped", NOW);
  private static final Declined DECLINED =
      new Declined(ASSIGNED, Work.NONE, "no-capacity", NOW, false);
  private static final Withdrawal WITHDRAWAL = new Withdrawal("not-needed", NOW, ACTOR);
  private static final Instant DUE_AGAIN = NOW.plus(Duration.ofHours(24));
  private static final Assigned REOPENED =
      new Assigned(AGENCY, REASON, DECIDED, DUE_AGAIN, NOW, null);

  @ParameterizedTest
  @MethodSource("changes")
  void shouldChangeTheNeedByTheEventOfTheStep(
      NeedState before, Step step, NeedEvent event, NeedState after) {
    assertThat(step.decide(REF, before, NOW, ACTOR)).isEqualTo(new Changed(event));
    assertThat(before.on(event)).isEqualTo(after);
  }

  static Stream<Arguments> changes() {
    NeedEvent declined = new NeedDeclined(REF, AGENCY, "not-eligible", NOW, ACTOR, null);
    Step decline = new Decline(DeclineReason.NOT_ELIGIBLE);
    return Stream.of(
        Arguments.of(ASSIGNED, new Accept(), new NeedAccepted(REF, AGENCY, NOW, ACTOR), ACCEPTED),
        Arguments.of(
            ACCEPTED,
            new Resolve(Outcome.PARTLY_HELPED),
            new NeedResolved(REF, AGENCY, "partly-helped", NOW, ACTOR),
            new Resolved(ASSIGNED, WORK, "partly-helped", NOW)),
        Arguments.of(ACCEPTED, new Start(), new NeedStarted(REF, AGENCY, NOW, ACTOR), IN_PROGRESS),
        Arguments.of(IN_PROGRESS, new Pause(), new NeedPaused(REF, AGENCY, NOW, ACTOR), WAITING),
        Arguments.of(WAITING, new Resume(), new NeedResumed(REF, AGENCY, NOW, ACTOR), RESUMED),
        Arguments.of(
            WAITING,
            new Resolve(Outcome.NOT_REACHED),
            new NeedResolved(REF, AGENCY, "not-reached", NOW, ACTOR),
            new Resolved(ASSIGNED, new Work(NOW, NOW), "not-reached", NOW)),
        Arguments.of(
            RESOLVED,
            new Reopen(ReopenReason.NOT_HELPED),
            new NeedReopened(REF, AGENCY, DUE_AGAIN, "not-helped", NOW, ACTOR),
            REOPENED),
        Arguments.of(
            ASSIGNED,
            decline,
            declined,
            new Declined(ASSIGNED, Work.NONE, "not-eligible", NOW, false)),
        Arguments.of(
            ACCEPTED, decline, declined, new Declined(ASSIGNED, WORK, "not-eligible", NOW, false)),
        Arguments.of(
            IN_PROGRESS,
            decline,
            declined,
            new Declined(ASSIGNED, new Work(NOW, NOW), "not-eligible", NOW, false)));
  }

  @ParameterizedTest
  @MethodSource("rejections")
  void shouldRejectAStepThatTheStateDoesNotAllowAndSayWhy(NeedState state, Step step) {
    assertThat(step.decide(REF, state, NOW, ACTOR))
        .isInstanceOfSatisfying(
            Rejected.class, rejected -> assertThat(rejected.reason()).endsWith("."));
  }

  static Stream<Arguments> rejections() {
    return Stream.of(
            Stream.of(IN_TRIAGE, DECLINED).map(s -> Arguments.of(s, new Accept())),
            Stream.of(IN_TRIAGE, ASSIGNED, DECLINED)
                .map(s -> Arguments.of(s, new Resolve(Outcome.HELPED))),
            Stream.of(Arguments.of(RESOLVED, new Resolve(Outcome.REFERRED))),
            Stream.of(IN_TRIAGE, ASSIGNED, RESOLVED, DECLINED)
                .map(s -> Arguments.of(s, new Start())),
            Stream.of(IN_TRIAGE, ASSIGNED, ACCEPTED, RESOLVED, DECLINED)
                .flatMap(
                    s -> Stream.of(Arguments.of(s, new Pause()), Arguments.of(s, new Resume()))),
            Stream.of(Arguments.of(IN_PROGRESS, new Resume())),
            Stream.of(IN_TRIAGE, ASSIGNED, ACCEPTED, IN_PROGRESS, WAITING, DECLINED)
                .map(s -> Arguments.of(s, new Reopen(ReopenReason.CAME_BACK))),
            Stream.of(IN_TRIAGE, RESOLVED, DECLINED).map(s -> Arguments.of(s, new Claim())),
            Stream.of(IN_TRIAGE, RESOLVED)
                .map(s -> Arguments.of(s, new Decline(DeclineReason.NO_CAPACITY))),
            Stream.of(Arguments.of(DECLINED, new Decline(DeclineReason.DUPLICATE))))
        .flatMap(one -> one);
  }

  @Test
  void shouldRecogniseAStepThatSucceededBefore() {
    assertThat(
            List.of(
                new Accept().decide(REF, ACCEPTED, NOW, ACTOR),
                new Accept().decide(REF, RESOLVED, NOW, ACTOR),
                new Accept().decide(REF, IN_PROGRESS, NOW, ACTOR),
                new Accept().decide(REF, WAITING, NOW, ACTOR),
                new Accept()
                    .decide(REF, new Declined(ASSIGNED, WORK, "duplicate", NOW, false), NOW, ACTOR),
                new Start().decide(REF, IN_PROGRESS, NOW, ACTOR),
                new Start().decide(REF, WAITING, NOW, ACTOR),
                new Pause().decide(REF, WAITING, NOW, ACTOR),
                new Resume().decide(REF, RESUMED, NOW, ACTOR),
                new Reopen(ReopenReason.NOT_HELPED).decide(REF, REOPENED, NOW, ACTOR),
                new Resolve(Outcome.HELPED).decide(REF, RESOLVED, NOW, ACTOR),
                new Decline(DeclineReason.NO_CAPACITY).decide(REF, DECLINED, NOW, ACTOR)))
        .containsOnly(new Repeated());
  }

  @Test
  void shouldReopenForThirtyDaysAndNoLonger() {
    Reopen reopen = new Reopen(ReopenReason.CAME_BACK);
    Instant last = NOW.plus(Duration.ofDays(30));

    assertThat(reopen.decide(REF, RESOLVED, last, ACTOR)).isInstanceOf(Changed.class);
    assertThat(reopen.decide(REF, RESOLVED, last.plusMillis(1), ACTOR))
        .isEqualTo(StepResult.RESOLVED_LONG_AGO);
  }

  @Test
  void shouldMakeOneSpecialistResponsibleWhateverTheStateAndSayWhoItIs() {
    for (NeedState state : List.of(ASSIGNED, ACCEPTED, IN_PROGRESS, WAITING)) {
      NeedState claimed = state.on(new NeedClaimed(REF, AGENCY, "b7c2", NOW, ACTOR));
      Actor colleague = new Actor("colleague", "specialist");

      assertThat(claimed.status()).isEqualTo(state.status());
      assertThat(new Claim().decide(REF, claimed, NOW, ACTOR)).isEqualTo(new Repeated());
      for (Step step : List.of(new Claim(), new HandOver("colleague"), new Release())) {
        assertThat(step.decide(REF, claimed, NOW, colleague))
            .isEqualTo(new Rejected("Specialist b7c2 is responsible for the need."));
      }
      assertThat(claimed.on(new NeedReleased(REF, AGENCY, "b7c2", NOW, ACTOR))).isEqualTo(state);
    }
  }

  @Test
  void shouldLetWhoIsResponsibleAndTheHeadOfTheAgencyGiveANeedToSomebodyElse() {
    Actor head = new Actor("head", "head-of-agency");
    NeedState claimed = ACCEPTED.on(new NeedClaimed(REF, AGENCY, "b7c2", NOW, ACTOR));
    HandOver handOver = new HandOver("colleague");

    for (Actor who : List.of(ACTOR, head)) {
      NeedEvent event = new NeedHandedOver(REF, AGENCY, "b7c2", "colleague", NOW, who);
      assertThat(handOver.decide(REF, claimed, NOW, who)).isEqualTo(new Changed(event));
      assertThat(new Release().decide(REF, claimed, NOW, who)).isInstanceOf(Changed.class);
      assertThat(handOver.decide(REF, claimed.on(event), NOW, who)).isEqualTo(new Repeated());
    }
    assertThat(handOver.decide(REF, ACCEPTED, NOW, head)).isInstanceOf(Changed.class);
    assertThat(handOver.decide(REF, ACCEPTED, NOW, ACTOR)).isEqualTo(StepResult.UNCLAIMED);
    assertThat(new Release().decide(REF, ACCEPTED, NOW, ACTOR)).isEqualTo(new Repeated());
  }

  @Test
  void shouldNameTheStepsThatAreRejectedForTheStateAndThoseThatAreNot() {
    assertThat(PossibleSteps.in(REF, ASSIGNED, NOW, ACTOR))
        .isEqualTo("Possible now: acceptance, decline, claim.");
    assertThat(PossibleSteps.in(REF, WAITING, NOW, ACTOR))
        .isEqualTo("Possible now: resumption, resolution, decline, claim.");
    assertThat(PossibleSteps.in(REF, RESOLVED, NOW, ACTOR)).isEqualTo("Possible now: reopening.");
    assertThat(PossibleSteps.in(REF, IN_TRIAGE, NOW, ACTOR)).isEqualTo("Nothing is possible now.");
  }

  @Test
  void shouldRememberWhoDeclinedANeedThatGoesBackToRouting() {
    OpenedNeed opened = new OpenedNeed(REF, AGENCY, DUE, REASON);
    NeedRow row =
        NeedRow.opened(
                new CaseOpened(REQUEST.id(), "T-1", List.of(opened), DECIDED, null),
                REQUEST.questionnaire().needs())
            .getFirst();
    NeedDeclined first = REQUEST.returned("a", Duration.ofMinutes(1));
    AgencyRef next = SampleRequest.agency("b");

    NeedRow returned = row.on(first);
    NeedRow assigned = returned.on(new NeedAssigned(REF, next, DUE, NOW, REASON, null));
    NeedRow settled = assigned.on(new NeedDeclined(REF, next, "duplicate", NOW, ACTOR, null));

    assertThat(returned.status()).isEqualTo("returned");
    assertThat(returned.state())
        .isEqualTo(
            new Declined(
                new Assigned(AGENCY, REASON, DECIDED, DUE, null, null),
                Work.NONE,
                "no-capacity",
                first.declinedAt(),
                true));
    assertThat(assigned.refused()).extracting(one -> one.agency().id()).containsExactly("a");
    assertThat(settled.status()).isEqualTo("declined");
    assertThat(settled.refused())
        .extracting(Refusal::reason)
        .containsExactly("no-capacity", "duplicate");
  }

  /** A log may hold what the rules of its day allowed, and those of today do not. */
  @ParameterizedTest
  @MethodSource("eventsOfOtherRules")
  void shouldApplyAnEventThatTheRulesOfTodayWouldReject(
      NeedState before, NeedEvent event, NeedState after) {
    assertThat(before.on(event)).isEqualTo(after);
  }

  static Stream<Arguments> eventsOfOtherRules() {
    return Stream.of(
        Arguments.of(
            ASSIGNED,
            new NeedResolved(REF, AGENCY, "an-outcome-of-another-day", NOW, null),
            new Resolved(ASSIGNED, Work.NONE, "an-outcome-of-another-day", NOW)),
        Arguments.of(RESOLVED, new NeedAccepted(REF, AGENCY, NOW, null), ACCEPTED),
        Arguments.of(
            RESOLVED,
            new NeedDeclined(REF, AGENCY, "duplicate", NOW, null, null),
            new Declined(ASSIGNED, WORK, "duplicate", NOW, false)),
        Arguments.of(
            ACCEPTED, new NeedAssigned(REF, AGENCY, DUE, DECIDED, REASON, null), ASSIGNED));
  }

  @Test
  void shouldNotInventAnAgencyForANeedThatNeverHadOne() {
    assertThatThrownBy(() -> IN_TRIAGE.on(new NeedAccepted(REF, AGENCY, NOW, null)))
        .isInstanceOf(IllegalStateException.class);
  }

  @ParameterizedTest
  @MethodSource("histories")
  void shouldReadBackTheStateThatItWroteIntoARow(List<NeedEvent> events, NeedState expected) {
    OpenedNeed inTriage = new OpenedNeed(REF, null, null, null);
    CaseOpened opened = new CaseOpened(REQUEST.id(), "T-1", List.of(inTriage), DECIDED, null);
    NeedRow row = NeedRow.opened(opened, REQUEST.questionnaire().needs()).getFirst();
    for (NeedEvent event : events) {
      row = row.on(event);
    }

    assertThat(row.state()).isEqualTo(expected);
    assertThat(row.status()).isEqualTo(expected.status().code());
    assertThat(row.version()).isEqualTo(1 + events.size());
  }

  static Stream<Arguments> histories() {
    NeedEvent assigned = new NeedAssigned(REF, AGENCY, DUE, DECIDED, REASON, null);
    NeedEvent accepted = new NeedAccepted(REF, AGENCY, NOW, null);
    NeedEvent started = new NeedStarted(REF, AGENCY, NOW, ACTOR);
    NeedEvent paused = new NeedPaused(REF, AGENCY, NOW, ACTOR);
    NeedEvent resumed = new NeedResumed(REF, AGENCY, NOW, ACTOR);
    return Stream.of(
        Arguments.of(List.of(), IN_TRIAGE),
        Arguments.of(List.of(assigned), ASSIGNED),
        Arguments.of(List.of(assigned, accepted), ACCEPTED),
        Arguments.of(List.of(assigned, accepted, started), IN_PROGRESS),
        Arguments.of(List.of(assigned, accepted, started, paused), WAITING),
        Arguments.of(List.of(assigned, accepted, started, paused, resumed), RESUMED),
        Arguments.of(
            List.of(
                assigned,
                new NeedHandedOver(REF, AGENCY, null, "colleague", NOW, ACTOR),
                accepted,
                new NeedResolved(REF, AGENCY, "helped", NOW, null),
                new NeedReopened(REF, AGENCY, DUE_AGAIN, "not-helped", NOW, null)),
            new Assigned(AGENCY, REASON, DECIDED, DUE_AGAIN, NOW, "colleague")),
        Arguments.of(
            List.of(assigned, accepted, new NeedResolved(REF, AGENCY, "helped", NOW, null)),
            RESOLVED),
        Arguments.of(
            List.of(assigned, new NeedDeclined(REF, AGENCY, "no-capacity", NOW, null, null)),
            DECLINED),
        Arguments.of(
            List.of(new NeedWithdrawn(REF, null, WITHDRAWAL, NOW)),
            new Withdrawn(null, Work.NONE, NOW)),
        Arguments.of(
            List.of(assigned, accepted, new NeedWithdrawn(REF, AGENCY, WITHDRAWAL, NOW)),
            new Withdrawn(ASSIGNED, WORK, NOW)),
        Arguments.of(
            List.of(
                assigned,
                accepted,
                started,
                new NeedWithdrawalRequested(REF, AGENCY, WITHDRAWAL, NOW)),
            IN_PROGRESS),
        Arguments.of(
            List.of(
                assigned, new NeedDeclined(REF, AGENCY, "no-capacity", NOW, null, null), assigned),
            ASSIGNED));
  }
}
