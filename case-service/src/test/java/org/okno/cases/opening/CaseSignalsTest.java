package org.okno.cases.opening;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.okno.cases.opening.CaseSignals.Listener;

@Timeout(10)
class CaseSignalsTest {
  private static final Duration LONG = Duration.ofDays(1);

  private final CaseSignals signals = new CaseSignals();
  private final UUID requestId = UUID.randomUUID();

  @Test
  void shouldWakeEveryoneWhoListensForTheCase() throws Exception {
    try (Listener first = signals.listen(requestId);
        Listener second = signals.listen(requestId)) {
      signals.opened(List.of(UUID.randomUUID(), requestId));

      first.await(LONG);
      second.await(LONG);
    }
  }

  @Test
  void shouldStillWakeWhoStaysWhenAnotherGoes() throws Exception {
    try (Listener stays = signals.listen(requestId)) {
      signals.listen(requestId).close();
      signals.opened(List.of(requestId));

      stays.await(LONG);
    }
  }

  @Test
  void shouldKeepNothingOfWhoWentOrWasWoken() {
    signals.listen(requestId).close();
    assertThat(signals.awaitedCases()).isZero();

    try (Listener woken = signals.listen(requestId)) {
      signals.opened(List.of(requestId));
      Listener next = signals.listen(requestId);
      woken.close();
      assertThat(signals.awaitedCases()).isEqualTo(1);
      next.close();
    }
    assertThat(signals.awaitedCases()).isZero();
  }
}
