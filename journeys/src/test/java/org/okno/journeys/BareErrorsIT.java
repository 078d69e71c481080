package org.okno.journeys;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.okno.journeys.RunningStack.Region;

/** Services as they run, not as tests start them: what loads first differs. */
@ExtendWith(RunningStack.class)
class BareErrorsIT {

  @ParameterizedTest
  @ValueSource(strings = {"intake", "routing", "case", "analytics"})
  void shouldBeProblemsThoughNoRouterSawTheRequest(String service, Region region)
      throws IOException {
    String response = get(region.services().url(service, "/"), "/v1/%zz");

    assertThat(response).startsWith("HTTP/1.1 400 ").contains("application/problem+json");
  }

  private static String get(URI service, String path) throws IOException {
    try (Socket socket = new Socket(service.getHost(), service.getPort())) {
      socket
          .getOutputStream()
          .write("GET %s HTTP/1.1\r\nHost: okno\r\n\r\n".formatted(path).getBytes(US_ASCII));
      return new String(socket.getInputStream().readNBytes(200), US_ASCII);
    }
  }
}
