package org.okno.engines.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TransactionOwnersTest {

  private final List<String> steps = new ArrayList<>();
  private final TransactionOwners owners =
      new TransactionOwners(
          (part, repair) -> {
            steps.add("stop " + part);
            repair.run();
            steps.add("start " + part);
          },
          () -> steps.add("delete the state"));

  @Test
  void shouldAbortATransactionOfRoutingWhileRoutingIsStopped() {
    owners.run(Optional.of("routing-host-8082"), this::abort);

    assertThat(steps).containsExactly("stop routing", "abort", "start routing");
  }

  @Test
  void shouldDeleteTheStateOfKafkaStreamsBeforeItStarts() {
    owners.run(Optional.of("okno-analytics-5c1f-1"), this::abort);

    assertThat(steps)
        .containsExactly("stop analytics", "abort", "delete the state", "start analytics");
  }

  @Test
  void shouldStopEveryOwnerWhenNoCoordinatorKnowsTheTransaction() {
    owners.run(Optional.empty(), this::abort);

    assertThat(steps)
        .containsExactly(
            "stop analytics",
            "stop routing",
            "abort",
            "start routing",
            "delete the state",
            "start analytics");
  }

  private void abort() {
    steps.add("abort");
  }
}
