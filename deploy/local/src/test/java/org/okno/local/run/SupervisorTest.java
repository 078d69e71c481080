package org.okno.local.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.okno.engines.EngineException;
import org.okno.engines.Home;
import org.okno.engines.stack.Part;
import org.okno.engines.stack.Ports;
import org.okno.engines.stack.Settings;
import org.okno.engines.stack.Stack;

/** A stack of which no part runs. */
class SupervisorTest {

  @TempDir private Path data;

  @Test
  @Timeout(10)
  void shouldSayAtOnceWhatAPartNeedsThatIsDown() {
    assertThatThrownBy(() -> supervisor().start(Part.ROUTING))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("routing needs postgres, which is dead")
        .hasMessageContaining("./okno start postgres");
    assertThatThrownBy(() -> supervisor().start(Part.CONNECT))
        .hasMessageContaining("connect needs kafka");
  }

  @Test
  void shouldShowWhereEachLogIs() {
    assertThat(supervisor().status())
        .contains(data.resolve("log/kafka.log").toString())
        .contains(data.resolve("log/analytics.log").toString());
  }

  @Test
  void shouldShowWhetherTheIssuerIsServed() {
    Settings settings = settings();
    try (Stack stack = new Stack(settings)) {
      Supervisor supervisor = new Supervisor(stack, line -> {}, () -> {});
      assertThat(supervisor.status()).containsPattern("issuer +stopped");
      stack.issuer().start();
      assertThat(supervisor.status())
          .containsPattern("issuer +ready +\\d+ +" + settings.issuer().url());
    }
  }

  private Supervisor supervisor() {
    return new Supervisor(new Stack(settings()), line -> {}, () -> {});
  }

  private Settings settings() {
    return Settings.of(Home.find(), data, Ports.random());
  }
}
