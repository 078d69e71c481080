package org.okno.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.okno.engines.stack.Part;
import org.okno.engines.stack.Stack;
import org.okno.journeys.RunningStack.Region;

@ExtendWith(RunningStack.class)
class KillsIT {

  @ParameterizedTest
  @EnumSource
  void shouldLoseNothingAndDoubleNothingWhenAPartIsKilled(Part part, Region region)
      throws Exception {
    Flow flow =
        new Flow(region.services(), new Requests(region.services()), "kill-" + part.label());
    try (flow) {
      Await.until(() -> flow.accepted().size() > 50);
      region.part(part).kill();
      Thread.sleep(2_000);
      region.part(part).start();
      int back = flow.accepted().size();
      Await.until(() -> flow.accepted().size() > back + 50);
    }
    assertThat(flow.surprises()).isEmpty();
    Thread mending = Thread.ofVirtual().start(() -> mendAsASupervisorWould(region.stack()));
    try {
      Ledger.assertBalanced(region.services(), flow.accepted());
    } finally {
      mending.interrupt();
      mending.join();
    }
  }

  /**
   * What the supervisor of {@code ./okno up} does once a second, and a cluster's operator in
   * production.
   */
  private static void mendAsASupervisorWould(Stack stack) {
    try {
      while (true) {
        if (stack.restartBrokerOutOfStep()) {
          System.out.println(
              "the broker had lost step with its log after the kill; it was started again");
        }
        stack.mend(System.out::println);
        Thread.sleep(1000);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
