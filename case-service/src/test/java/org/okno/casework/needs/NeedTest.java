package org.okno.casework.needs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.okno.casework.needs.NeedState.Accepted;
import org.okno.casework.needs.NeedState.Assigned;
import org.okno.casework.needs.NeedState.Declined;
import org.okno.casework.needs.NeedState.InTriage;
import org.okno.casework.needs.NeedState.Resolved;
import org.okno.contracts.AgencyRef;
import org.okno.contracts.Assignment;
import org.okno.contracts.CaseEvent.NeedAccepted;
import org.okno.contracts.CaseEvent.NeedAssigned;
import org.okno.contracts.CaseEvent.NeedDeclined;
import org.okno.contracts.CaseEvent.NeedResolved;
import org.okno.contracts.NeedRef;
import org.okno.contracts.TerritoryRef;

class NeedTest {
  private static final Instant DECIDED = Instant.parse("2026-03-02T08:00:00Z");
  private static final Instant NOW = DECIDED.plusSeconds(3_600);
  private static final AgencyRef AGENCY = new AgencyRef("agency-a", "Agency A");
  private static final AgencyRef OTHER = new AgencyRef("agency-b", "Agency B");
  private static final NeedRef REF =
      new NeedRef(
          UUID.randomUUID(),
          UUID.randomUUID(),
          "food",
          "hotline",
          new TerritoryRef("92701000", "Europe/Moscow"),
          DECIDED.minusSeconds(60));

  private static final NeedState WAITING = new InTriage();
  private static final Assigned ASSIGNED = new Assigned(responsibility(AGENCY, DECIDED));
  private static final Accepted ACCEPTED = ASSIGNED.accept(NOW);
  private static final Resolved RESOLVED = ACCEPTED.resolve(Outcome.HELPED, NOW);
  private static final Declined DECLINED = ASSIGNED.decline(DeclineReason.NO_CAPACITY, NOW);

  @Test
  void shouldStartTheClockOfTheAgencyAtTheDecision() {
    Assignment assignment = new Assignment(REF.needId(), "food", AGENCY, "rule", 3, "because", 48);

    assertThat(Responsibility.by(assignment, DECIDED).dueAt())
        .isEqualTo(DECIDED.plus(Duration.ofHours(48)));
  }

  @Test
  void shouldGoFromTriageToResolvedAndTellEachStep() {
    assertThat(
            List.of(
                in(WAITING).assign(responsibility(AGENCY, DECIDED)),
                in(ASSIGNED).accept(NOW),
                in(ACCEPTED).resolve(Outcome.PARTLY_HELPED, NOW)))
        .containsExactly(
            new Change.Made(
                ASSIGNED, new NeedAssigned(REF, AGENCY, ASSIGNED.by().dueAt(), DECIDED)),
            new Change.Made(ACCEPTED, new NeedAccepted(REF, AGENCY, NOW)),
            new Change.Made(
                ACCEPTED.resolve(Outcome.PARTLY_HELPED, NOW),
                new NeedResolved(REF, AGENCY, "partly-helped", NOW)));
  }

  @ParameterizedTest
  @MethodSource("mayDecline")
  void shouldDeclineWhatIsNotSettled(NeedState state, Declined expected) {
    assertThat(in(state).decline(DeclineReason.NOT_ELIGIBLE, NOW))
        .isEqualTo(new Change.Made(expected, new NeedDeclined(REF, AGENCY, "not-eligible", NOW)));
  }

  static Stream<Arguments> mayDecline() {
    return Stream.of(
        Arguments.of(ASSIGNED, ASSIGNED.decline(DeclineReason.NOT_ELIGIBLE, NOW)),
        Arguments.of(ACCEPTED, ACCEPTED.decline(DeclineReason.NOT_ELIGIBLE, NOW)));
  }

  @Test
  void shouldGiveADeclinedNeedToAnotherAgencyWhenADispatcherSaysSo() {
    Responsibility other = responsibility(OTHER, NOW.plusSeconds(1));

    assertThat(in(DECLINED).reassign(other))
        .isEqualTo(
            new Change.Made(
                new Assigned(other),
                new NeedAssigned(REF, OTHER, other.dueAt(), NOW.plusSeconds(1))));
  }

  @Test
  void shouldNotGiveADeclinedNeedBackByADecisionThatIsOlderThanTheDecline() {
    assertThat(in(DECLINED).reassign(responsibility(AGENCY, DECIDED)))
        .isInstanceOf(Change.Refused.class);
  }

  @ParameterizedTest
  @MethodSource("refused")
  void shouldRefuseAStepTheStateDoesNotAllowAndSayWhy(
      NeedState state, Function<Need, Change> step) {
    assertThat(step.apply(in(state)))
        .isInstanceOfSatisfying(
            Change.Refused.class, refused -> assertThat(refused.reason()).endsWith("."));
  }

  static Stream<Arguments> refused() {
    Function<Need, Change> accept = need -> need.accept(NOW);
    Function<Need, Change> resolve = need -> need.resolve(Outcome.HELPED, NOW);
    Function<Need, Change> decline = need -> need.decline(DeclineReason.DUPLICATE, NOW);
    Function<Need, Change> assign = need -> need.assign(responsibility(OTHER, NOW));
    Function<Need, Change> reassign = need -> need.reassign(responsibility(OTHER, NOW));
    return Stream.of(
            Stream.of(WAITING, ACCEPTED, RESOLVED, DECLINED).map(s -> Arguments.of(s, accept)),
            Stream.of(WAITING, ASSIGNED, RESOLVED, DECLINED).map(s -> Arguments.of(s, resolve)),
            Stream.of(WAITING, RESOLVED, DECLINED).map(s -> Arguments.of(s, decline)),
            Stream.of(ASSIGNED, ACCEPTED, RESOLVED, DECLINED).map(s -> Arguments.of(s, assign)),
            Stream.of(ASSIGNED, ACCEPTED, RESOLVED).map(s -> Arguments.of(s, reassign)))
        .flatMap(Function.identity());
  }

  @ParameterizedTest
  @MethodSource("states")
  void shouldReadBackTheStateItWroteIntoARow(NeedState state) {
    assertThat(NeedColumns.of(state).state()).isEqualTo(state);
  }

  static Stream<NeedState> states() {
    return Stream.of(
        WAITING,
        ASSIGNED,
        ACCEPTED,
        RESOLVED,
        DECLINED,
        ACCEPTED.decline(DeclineReason.DUPLICATE, NOW));
  }

  private static Need in(NeedState state) {
    return new Need(REF, state);
  }

  private static Responsibility responsibility(AgencyRef agency, Instant at) {
    return new Responsibility(agency, "rule", 1, "because", at, at.plus(Duration.ofHours(24)));
  }
}
