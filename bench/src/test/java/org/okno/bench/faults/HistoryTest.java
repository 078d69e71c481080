package org.okno.bench.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.okno.contracts.AgencyRef;
import org.okno.contracts.CaseEvent;
import org.okno.contracts.NeedRef;
import org.okno.contracts.TerritoryRef;

class HistoryTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final UUID REQUEST = new UUID(1, 1);
  private static final NeedRef NEED =
      new NeedRef(
          REQUEST, new UUID(1, 2), "food", "hotline", new TerritoryRef("1", "UTC"), NOON, null);
  private static final AgencyRef AGENCY = new AgencyRef("a", "A");
  private static final CaseEvent OPENED =
      new CaseEvent.CaseOpened(
          REQUEST, "K", List.of(new CaseEvent.OpenedNeed(NEED, AGENCY, NOON, null)), NOON, null);
  private static final CaseEvent ACCEPTED = new CaseEvent.NeedAccepted(NEED, AGENCY, NOON, null);
  private static final CaseEvent RESOLVED =
      new CaseEvent.NeedResolved(NEED, AGENCY, "helped", NOON, null);
  private static final CaseEvent CLOSED = new CaseEvent.CaseClosed(REQUEST, NOON, null);

  private final History history = new History();
  private int events;

  @Test
  void shouldTakeAWholeLife() {
    add(OPENED, ACCEPTED, RESOLVED, CLOSED);

    assertThat(history.breaches()).isEmpty();
    assertThat(history.cases()).isEqualTo(1);
  }

  @Test
  void shouldCountARepeatedRecordAndForgiveIt() {
    history.add(new UUID(9, 9), OPENED);
    history.add(new UUID(9, 9), OPENED);

    assertThat(history.duplicates()).isEqualTo(1);
    assertThat(history.breaches()).isEmpty();
  }

  @Test
  void shouldFindACaseThatWasOpenedTwice() {
    add(OPENED, OPENED);

    assertThat(history.breaches()).hasSize(1);
  }

  @Test
  void shouldFindAResolutionBeforeItsAcceptance() {
    add(OPENED, RESOLVED, ACCEPTED);

    assertThat(history.breaches()).isNotEmpty();
  }

  @Test
  void shouldFindACaseThatWasClosedWithAnOpenNeed() {
    add(OPENED, ACCEPTED, CLOSED);

    assertThat(history.breaches()).hasSize(1);
  }

  private void add(CaseEvent... appended) {
    for (CaseEvent event : appended) {
      history.add(new UUID(0, events++), event);
    }
  }
}
