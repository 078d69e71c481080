package org.okno.casework.opening;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.okno.casework.opening.Arrivals.Arrival;

@Timeout(10)
class ArrivalsTest {
  private static final Duration LONG = Duration.ofDays(1);

  private final Arrivals arrivals = new Arrivals();
  private final UUID requestId = UUID.randomUUID();

  @Test
  void shouldWakeEveryoneWhoListensForTheCase() throws Exception {
    try (Arrival first = arrivals.of(requestId);
        Arrival second = arrivals.of(requestId)) {
      arrivals.tell(List.of(UUID.randomUUID(), requestId));

      first.await(LONG);
      second.await(LONG);
    }
  }

  @Test
  void shouldStillWakeWhoStaysWhenAnotherGoes() throws Exception {
    try (Arrival stays = arrivals.of(requestId)) {
      arrivals.of(requestId).close();
      arrivals.tell(List.of(requestId));

      stays.await(LONG);
    }
  }

  @Test
  void shouldKeepNothingOfWhoWentOrWasWoken() {
    arrivals.of(requestId).close();
    assertThat(arrivals.awaitedCases()).isZero();

    try (Arrival woken = arrivals.of(requestId)) {
      arrivals.tell(List.of(requestId));
      Arrival next = arrivals.of(requestId);
      woken.close();
      assertThat(arrivals.awaitedCases()).isEqualTo(1);
      next.close();
    }
    assertThat(arrivals.awaitedCases()).isZero();
  }
}
