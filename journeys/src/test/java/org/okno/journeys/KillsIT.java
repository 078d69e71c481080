package org.okno.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.okno.bench.faults.AcceptedRequests;
import org.okno.bench.faults.ChannelAdapters;
import org.okno.bench.faults.Submission;
import org.okno.engines.stack.Part;
import org.okno.engines.stack.Stack;
import org.okno.journeys.RunningStack.Region;

@ExtendWith(RunningStack.class)
class KillsIT {

  @Test
  void shouldLoseNothingAndDoubleNothingWhenEachPartIsKilledInTurn(Region region) throws Exception {
    Requests requests = new Requests(region.services());
    AcceptedRequests accepted = new AcceptedRequests();
    ChannelAdapters adapters =
        new ChannelAdapters(
            region.services(),
            4,
            Duration.ofMillis(100),
            number -> Submission.Single.of(requests.valid("kills-" + number)),
            accepted);
    try (adapters) {
      for (Part part : Part.values()) {
        awaitMore(accepted);
        region.part(part).kill();
        Thread.sleep(2_000);
        region.part(part).start();
        assertThat(adapters.unexpected()).as("after %s was killed", part.label()).isEmpty();
      }
      awaitMore(accepted);
    }
    assertThat(adapters.unexpected()).isEmpty();
    AtomicBoolean ended = new AtomicBoolean();
    Thread repairing =
        Thread.ofVirtual().start(() -> repairAsTheSupervisorDoes(region.stack(), ended));
    try {
      Ledger.assertBalanced(region.services(), accepted.all());
    } finally {
      // Not interrupted: what it has stopped, it starts again.
      ended.set(true);
      repairing.join();
    }
  }

  private static void awaitMore(AcceptedRequests accepted) throws InterruptedException {
    int before = accepted.size();
    Await.until(() -> accepted.size() > before + 50);
  }

  /**
   * What the supervisor of {@code ./okno up} does once a second, and a cluster's operator in
   * production.
   */
  private static void repairAsTheSupervisorDoes(Stack stack, AtomicBoolean ended) {
    try {
      while (!ended.get()) {
        if (stack.restartBrokerIfOutOfSync()) {
          System.out.println(
              "the broker was out of sync with its log after the kill; it was restarted");
        }
        stack.repair(System.out::println);
        Thread.sleep(1000);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
