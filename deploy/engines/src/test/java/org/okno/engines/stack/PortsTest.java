package org.okno.engines.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.okno.engines.EngineException;
import org.okno.engines.Home;

class PortsTest {

  @Test
  void shouldGiveEveryPartAPortOfItsOwn() {
    assertThat(Ports.random().byPart().values())
        .doesNotHaveDuplicates()
        .hasSize(Part.values().length);
  }

  @Test
  void shouldRefuseTheSamePortTwice() {
    assertThatThrownBy(() -> Ports.defaults().with(Part.INTAKE, 9092))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("same port");
  }

  @Test
  void shouldNameThePartTheProcessAndTheOptionWhenAPortIsTaken() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Ports ports = Ports.random().with(Part.KAFKA, taken.getLocalPort());
      Settings settings =
          Settings.of(Home.find(), Path.of("unused"), ports).only(EnumSet.of(Part.KAFKA));

      assertThatThrownBy(() -> new PortCheck(settings).requireFree())
          .isInstanceOf(EngineException.class)
          .hasMessageContaining("Port " + taken.getLocalPort() + ", which kafka needs, is taken")
          .hasMessageContaining("--port-kafka");
    }
  }
}
