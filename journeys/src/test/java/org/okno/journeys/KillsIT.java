package org.okno.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.okno.engines.stack.Part;
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
    region.stack().restartFailedConnectors();
    assertThat(flow.surprises()).isEmpty();
    Ledger.assertBalanced(region.services(), flow.accepted());
  }
}
