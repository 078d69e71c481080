package org.okno.cases.queues;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.okno.cases.opening.CaseSignals;
import org.okno.identity.Rows;

class AwaitCaseTest {
  private static final Duration LONG = Duration.ofSeconds(30);

  private final CountDownLatch queried = new CountDownLatch(1);
  private final AwaitCase awaitCase =
      new AwaitCase(
          (requestId, permitted) -> {
            queried.countDown();
            return Optional.empty();
          },
          new CaseSignals(),
          1);

  @Test
  void shouldReadTheCaseAsItIsWhenTooManyWait() throws Exception {
    Thread waiting = Thread.ofVirtual().start(this::await);
    queried.await();

    assertThat(awaitCase.read(UUID.randomUUID(), new Rows.All(), LONG))
        .isEqualTo(new AwaitCase.Reading(Optional.empty(), Duration.ZERO));

    waiting.interrupt();
    waiting.join();
    assertThat(awaitCase.read(UUID.randomUUID(), new Rows.All(), Duration.ofMillis(1)).waited())
        .isPositive();
  }

  private void await() {
    try {
      awaitCase.read(UUID.randomUUID(), new Rows.All(), LONG);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
