package org.okno.casework.opening;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.okno.casework.opening.Arrivals.Arrival;

class ArrivalsTest {
  private static final Duration LONG = Duration.ofDays(1);

  private final Arrivals arrivals = new Arrivals();
  private final UUID requestId = UUID.randomUUID();

  @Test
  @Timeout(10)
  void shouldWakeEveryoneWhoListensForTheCase() throws Exception {
    try (Arrival first = arrivals.of(requestId);
        Arrival second = arrivals.of(requestId);
        ExecutorService aside = Executors.newSingleThreadExecutor()) {
      Future<?> woken =
          aside.submit(
              () -> {
                first.await(LONG);
                second.await(LONG);
                return true;
              });
      arrivals.tell(List.of(UUID.randomUUID(), requestId));

      assertThat(woken.get()).isEqualTo(true);
    }
  }

  @Test
  @Timeout(10)
  void shouldLetWhoStaysBehindLookAgainWhenTheFirstHasGone() throws Exception {
    try (Arrival second = arrivals.of(requestId)) {
      arrivals.of(requestId).close();
      arrivals.tell(List.of(requestId));

      second.await(Duration.ofMillis(1));
    }
  }
}
