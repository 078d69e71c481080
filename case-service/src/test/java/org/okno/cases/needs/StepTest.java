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
import org.okno.cases.needs.NeedState.InTriage;
import org.okno.cases.needs.NeedState.Resolved;
import org.okno.cases.needs.Step.Accept;
import org.okno.cases.needs.Step.Decline;
import org.okno.cases.needs.Step.Resolve;
import org.okno.cases.needs.StepResult.Changed;
import org.okno.cases.needs.StepResult.Rejected;
import org.okno.cases.needs.StepResult.Repeated;
import org.okno.contracts.Actor;
import org.okno.contracts.AgencyRef;
import org.okno.contracts.AssignmentReason;
import org.okno.contracts.CaseEvent.CaseOpened;
import org.okno.contracts.CaseEvent.NeedAccepted;
import org.okno.contracts.CaseEvent.NeedAssigned;
import org.okno.contracts.CaseEvent.NeedDeclined;
import org.okno.contracts.CaseEvent.NeedEvent;
import org.okno.contracts.CaseEvent.NeedResolved;
import org.okno.contracts.CaseEvent.OpenedNeed;
import org.okno.contracts.NeedRef;
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
  private static final Assigned ASSIGNED = new Assigned(AGENCY, REASON, DECIDED, DUE);
  private static final Accepted ACCEPTED = new Accepted(ASSIGNED, NOW);
  private static final Resolved RESOLVED = new Resolved(ASSIGNED, NOW, "helped", NOW);
  private static final Declined DECLINED = new Declined(ASSIGNED, null, "no-capacity", NOW);

  @ParameterizedTest
  @MethodSource("changes")
  void shouldChangeTheNeedByTheEventOfTheStep(
      NeedState before, Step step, NeedEvent event, NeedState after) {
    assertThat(step.decide(REF, before, NOW, ACTOR)).isEqualTo(new Changed(event));
    assertThat(before.on(event)).isEqualTo(after);
  }

  static Stream<Arguments> changes() {
    NeedEvent declined = new NeedDeclined(REF, AGENCY, "not-eligible", NOW, ACTOR);
    Step decline = new Decline(DeclineReason.NOT_ELIGIBLE);
    return Stream.of(
        Arguments.of(ASSIGNED, new Accept(), new NeedAccepted(REF, AGENCY, NOW, ACTOR), ACCEPTED),
        Arguments.of(
            ACCEPTED,
            new Resolve(Outcome.PARTLY_HELPED),
            new NeedResolved(REF, AGENCY, "partly-helped", NOW, ACTOR),
            new Resolved(ASSIGNED, NOW, "partly-helped", NOW)),
        Arguments.of(
            ASSIGNED, decline, declined, new Declined(ASSIGNED, null, "not-eligible", NOW)),
        Arguments.of(
            ACCEPTED, decline, declined, new Declined(ASSIGNED, NOW, "not-eligible", NOW)));
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
                new Accept().decide(REF, new Declined(ASSIGNED, NOW, "duplicate", NOW), NOW, ACTOR),
                new Resolve(Outcome.HELPED).decide(REF, RESOLVED, NOW, ACTOR),
                new Decline(DeclineReason.NO_CAPACITY).decide(REF, DECLINED, NOW, ACTOR)))
        .containsOnly(new Repeated());
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
            new Resolved(ASSIGNED, null, "an-outcome-of-another-day", NOW)),
        Arguments.of(RESOLVED, new NeedAccepted(REF, AGENCY, NOW, null), ACCEPTED),
        Arguments.of(
            RESOLVED,
            new NeedDeclined(REF, AGENCY, "duplicate", NOW, null),
            new Declined(ASSIGNED, NOW, "duplicate", NOW)),
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
    NeedRow row = NeedRow.opened(opened, REQUEST.questionnaire()).getFirst();
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
    return Stream.of(
        Arguments.of(List.of(), IN_TRIAGE),
        Arguments.of(List.of(assigned), ASSIGNED),
        Arguments.of(List.of(assigned, accepted), ACCEPTED),
        Arguments.of(
            List.of(assigned, accepted, new NeedResolved(REF, AGENCY, "helped", NOW, null)),
            RESOLVED),
        Arguments.of(
            List.of(assigned, new NeedDeclined(REF, AGENCY, "no-capacity", NOW, null)), DECLINED),
        Arguments.of(
            List.of(assigned, new NeedDeclined(REF, AGENCY, "no-capacity", NOW, null), assigned),
            ASSIGNED));
  }
}
