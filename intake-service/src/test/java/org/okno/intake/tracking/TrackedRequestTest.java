package org.okno.intake.tracking;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.okno.contracts.Actor;
import org.okno.contracts.AgencyRef;
import org.okno.contracts.AllowedTime;
import org.okno.contracts.CaseEvent;
import org.okno.contracts.CaseEvent.CaseClosed;
import org.okno.contracts.CaseEvent.CaseOpened;
import org.okno.contracts.CaseEvent.NeedAccepted;
import org.okno.contracts.CaseEvent.NeedAssigned;
import org.okno.contracts.CaseEvent.NeedDeclined;
import org.okno.contracts.CaseEvent.NeedPaused;
import org.okno.contracts.CaseEvent.NeedResolved;
import org.okno.contracts.CaseEvent.NeedResumed;
import org.okno.contracts.CaseEvent.NeedStarted;
import org.okno.contracts.CaseEvent.NeedWithdrawn;
import org.okno.contracts.CaseEvent.OpenedNeed;
import org.okno.contracts.CaseEvent.Returned;
import org.okno.contracts.Deadline;
import org.okno.contracts.EventType;
import org.okno.contracts.NeedRef;
import org.okno.contracts.NeedStatus;
import org.okno.contracts.RequestStatus;
import org.okno.contracts.TerritoryRef;
import org.okno.contracts.Withdrawal;
import org.okno.intake.tracking.TrackingRepository.TrackedRow;
import org.okno.messaging.GoldenSamples;

/** The status as tracking derives it from case events, without a database. */
class TrackedRequestTest {
  private static final UUID REQUEST = new UUID(0, 1);
  private static final AgencyRef AGENCY = new AgencyRef("a-1", "Служба помощи");
  private static final Returned RETURNED =
      requireNonNull(((NeedDeclined) GoldenSamples.event(EventType.NEED_DECLINED)).returned());
  private static final Actor ACTOR = new Actor("b7c2", "specialist");
  private static final Withdrawal WITHDRAWAL =
      new Withdrawal("not-needed", Instant.parse("2026-03-02T10:00:30Z"), ACTOR);
  private static final Locale ENGLISH = Locale.of("en");
  private static final String ZONE = "Europe/Samara";
  private static final Instant RECEIVED = Instant.parse("2026-03-02T10:00:00Z");
  private static final Instant OPENED = RECEIVED.plusSeconds(1);
  private static final Instant CHANGED = RECEIVED.plusSeconds(60);

  @Test
  void shouldBeReceivedUntilACaseIsOpened() {
    TrackedRequest tracked =
        TrackedRequest.of("-", List.of(new TrackedRow(RECEIVED, ZONE, null, null)), ENGLISH);

    assertThat(tracked.status()).isEqualTo("received");
    assertThat(tracked.changedAt()).isEqualTo(RECEIVED);
    assertThat(tracked.needs()).isEmpty();
  }

  @Test
  void shouldBeInTriageWhileOneNeedWaitsForADispatcher() {
    TrackedRequest tracked = tracked(events(List.of(NeedStatus.ASSIGNED, NeedStatus.IN_TRIAGE)));

    assertThat(tracked.status()).isEqualTo("in-triage");
    assertThat(tracked.needs()).extracting("status").containsExactly("assigned", "in-triage");
    assertThat(tracked.needs().get(1).agency()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ru", "kk", "en"})
  void shouldSayThatItWasWithdrawnBeforeAndAfterItsCaseFollows(String language) {
    Set<String> texts = new HashSet<>();
    for (String status : List.of("in-progress", "withdrawn")) {
      TrackedRow row = new TrackedRow(RECEIVED, ZONE, CHANGED, status(status, CHANGED, null));
      TrackedRequest tracked = TrackedRequest.of("-", List.of(row), Locale.of(language));
      assertThat(tracked.withdrawnAt()).isEqualTo(CHANGED);
      assertThat(tracked.explanation().by()).isNull();
      texts.add(tracked.explanation().now());
    }
    assertThat(texts).hasSize(2);
  }

  /** All combinations of up to three needs in all states. */
  static Stream<List<NeedStatus>> combinations() {
    return Stream.of(NeedStatus.values())
        .flatMap(
            first ->
                Stream.concat(
                    Stream.of(List.of(first)),
                    Stream.of(NeedStatus.values())
                        .flatMap(
                            second ->
                                Stream.concat(
                                    Stream.of(List.of(first, second)),
                                    Stream.of(NeedStatus.values())
                                        .map(third -> List.of(first, second, third))))));
  }

  @ParameterizedTest
  @MethodSource("combinations")
  void shouldHaveTheStatusOfTheOneRule(List<NeedStatus> needs) {
    assertThat(tracked(events(needs)).status()).isEqualTo(RequestStatus.of(needs).code());
  }

  @Test
  void shouldPreferTheHigherVersionWhateverTheClockSays() {
    TrackedNeed accepted = status("accepted", CHANGED.plusSeconds(900), 2L);
    TrackedNeed resolved = status("resolved", CHANGED, 3L);

    assertThat(TrackedNeed.newer(accepted, resolved)).isEqualTo(resolved);
    assertThat(TrackedNeed.newer(resolved, accepted)).isEqualTo(resolved);
  }

  @Test
  void shouldCompareTimesWhereAnEventHasNoVersion() {
    TrackedNeed accepted = status("accepted", CHANGED, null);
    TrackedNeed resolved = status("resolved", CHANGED.plusSeconds(1), 3L);

    assertThat(TrackedNeed.newer(accepted, resolved)).isEqualTo(resolved);
    assertThat(TrackedNeed.newer(resolved, accepted)).isEqualTo(resolved);
  }

  @Test
  void shouldBeDueLaterAfterAPause() {
    Instant later = CHANGED.plus(Duration.ofDays(10));
    NeedRef ref =
        new NeedRef(
            REQUEST,
            new UUID(1, 1),
            "food",
            "hotline",
            new TerritoryRef("92701000", ZONE),
            RECEIVED,
            3L);
    Deadline moved =
        new Deadline(
            Deadline.RESOLUTION, new AllowedTime(3, "working-days"), later, later.minusSeconds(60));

    TrackedNeed resumed =
        TrackedNeed.of(new NeedResumed(ref, AGENCY, CHANGED, ACTOR, List.of(moved))).getFirst();

    assertThat(TrackedNeed.newer(status("waiting-for-applicant", RECEIVED, 2L), resumed).dueAt())
        .isEqualTo(later);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ru", "kk", "en"})
  void shouldSayWhatHappensAndWhatComesNextInEachStatusAndLanguage(String language) {
    Set<String> texts = new HashSet<>();
    for (NeedStatus status : NeedStatus.values()) {
      TrackedNeed need = status(status.code(), CHANGED, null);
      TrackedRequest tracked =
          TrackedRequest.of(
              "-", List.of(new TrackedRow(RECEIVED, ZONE, null, need)), Locale.of(language));
      Explanation explained = tracked.needs().getFirst().explanation();
      assertThat(explained.now()).isNotBlank().doesNotContain("{");
      assertThat(explained.next()).isNotBlank().doesNotContain("{");
      assertThat(tracked.explanation().now()).isNotBlank();
      texts.add(explained.now());
    }
    assertThat(texts).hasSameSizeAs(NeedStatus.values());
  }

  @Test
  void shouldSayByWhenInTheTimeOfThePersonAndHowLongTheyCanSayThatItDidNotHelp() {
    Instant due = Instant.parse("2026-03-07T08:40:00Z");
    TrackedNeed assigned =
        new TrackedNeed(
            REQUEST, new UUID(1, 1), "food", "assigned", "Agency", "agency", CHANGED, due, null);
    TrackedNeed resolved = TrackedNeed.newer(assigned, status("resolved", CHANGED, null));

    Explanation open = explained(assigned);
    Explanation settled = explained(resolved);

    assertThat(open.by()).isEqualTo(due);
    assertThat(open.next()).endsWith("It is due by 7 March 2026, 12:40.");
    assertThat(settled.by()).isEqualTo(CHANGED.plus(Duration.ofDays(30)));
    assertThat(settled.next()).endsWith("You can do so until 1 April 2026, 14:01.");
    assertThat(explained(TrackedNeed.newer(assigned, status("accepted", CHANGED, null))).by())
        .as("due as before")
        .isEqualTo(due);
  }

  private static Explanation explained(TrackedNeed need) {
    return TrackedRequest.of("-", List.of(new TrackedRow(RECEIVED, ZONE, null, need)), ENGLISH)
        .explanation();
  }

  private static TrackedNeed status(String status, Instant since, @Nullable Long version) {
    return new TrackedNeed(
        REQUEST, new UUID(1, 1), "food", status, "Agency", "agency", since, null, version);
  }

  /** What a case publishes until its needs have these statuses. */
  private static List<CaseEvent> events(List<NeedStatus> needs) {
    List<OpenedNeed> opened = new ArrayList<>();
    List<CaseEvent> later = new ArrayList<>();
    for (int i = 0; i < needs.size(); i++) {
      NeedRef need = need(i);
      // Odd needs are assigned after triage, even ones by a rule.
      boolean held = needs.get(i) == NeedStatus.IN_TRIAGE || i % 2 == 1;
      opened.add(new OpenedNeed(need, held ? null : AGENCY, held ? null : CHANGED, null));
      if (held && needs.get(i) != NeedStatus.IN_TRIAGE) {
        later.add(new NeedAssigned(need, AGENCY, CHANGED, CHANGED, null, null));
      }
      switch (needs.get(i)) {
        case IN_TRIAGE, ASSIGNED -> {}
        case ACCEPTED -> later.add(new NeedAccepted(need, AGENCY, CHANGED, null));
        case RETURNED ->
            later.add(new NeedDeclined(need, AGENCY, "not-eligible", CHANGED, ACTOR, RETURNED));
        case IN_PROGRESS -> later.add(new NeedStarted(need, AGENCY, CHANGED, ACTOR));
        case WAITING_FOR_APPLICANT -> later.add(new NeedPaused(need, AGENCY, CHANGED, ACTOR));
        case DECLINED ->
            later.add(new NeedDeclined(need, AGENCY, "not-eligible", CHANGED, null, null));
        case WITHDRAWN -> later.add(new NeedWithdrawn(need, AGENCY, WITHDRAWAL, CHANGED));
        case RESOLVED -> {
          later.add(new NeedAccepted(need, AGENCY, CHANGED, null));
          later.add(new NeedResolved(need, AGENCY, "helped", CHANGED, null));
        }
      }
    }
    List<CaseEvent> events = new ArrayList<>();
    events.add(new CaseOpened(REQUEST, "-", opened, OPENED, null));
    events.addAll(later);
    if (needs.stream().allMatch(NeedStatus::isSettled)) {
      events.add(new CaseClosed(REQUEST, CHANGED, null));
    }
    return events;
  }

  private static NeedRef need(int number) {
    return new NeedRef(
        REQUEST,
        new UUID(1, number),
        "food",
        "hotline",
        new TerritoryRef("02701301", "Europe/Samara"),
        RECEIVED,
        null);
  }

  private static TrackedRequest tracked(List<CaseEvent> events) {
    Map<UUID, TrackedNeed> rows = new LinkedHashMap<>();
    events.forEach(event -> TrackedNeed.of(event).forEach(need -> rows.put(need.needId(), need)));
    return TrackedRequest.of(
        "-",
        rows.values().stream()
            .map(need -> new TrackedRow(RECEIVED, ZONE, null, requireNonNull(need)))
            .toList(),
        ENGLISH);
  }
}
