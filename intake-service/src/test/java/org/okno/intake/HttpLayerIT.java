package org.okno.intake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.okno.testkit.ServiceEngines;
import org.okno.testkit.Tokens;

/** What HTTP itself rejects before a resource is asked, and what its metrics show of it. */
@QuarkusTest
@QuarkusTestResource(
    value = ServiceEngines.class,
    initArgs = @ResourceArg(name = "service", value = "intake"))
@SuppressWarnings("NullAway.Init") // the address is injected
class HttpLayerIT {
  @TestHTTPResource URI server;
  Tokens tokens;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GET /v1/channels HTTP/1.1|400
          GET /v1/track/%00 HTTP/1.1 Host: x|400
          GET /v1/channels?b=1 HTTP/1.1 Host: x|400
          GET v1/channels HTTP/1.1 Host: x|404
          POST /v1/requests HTTP/1.1 Host: x Content-Type: text/csv Content-Length: 1 a|415
          POST /v1/requests HTTP/1.1 Host: x Content-Type: ;; Content-Length: 1 a|415
          GET /v1/channels HTTP/1.1 Host: x Accept: image/png|406
          GET /v1/channels HTTP/1.1 Host: x Accept: ;;|406
          DELETE /v1/requests HTTP/1.1 Host: x|405
          BREW /v1/requests HTTP/1.1 Host: x|405
          GET /nothing HTTP/1.1 Host: x|404
          """)
  void shouldRespondWithAProblem(String request, int status) throws IOException {
    String response = send(request);

    assertThat(response).matches("(?s)HTTP/1.[01] " + status + " .*");
    assertThat(response.toLowerCase(java.util.Locale.ROOT))
        .contains("content-type: application/problem+json");
    assertThat(response)
        .contains("\"type\":\"urn:okno:problem:", "\"status\":" + status, "\"detail\":\"")
        .doesNotContain("java", "Exception");
  }

  @Test
  void shouldStillRespondToWhatIsSound() throws IOException {
    assertThat(send("GET /v1/channels HTTP/1.1 Host: x")).contains("200 OK", "hotline");
  }

  /** ASVS 4.2.1: what follows the last chunk is no second request that a proxy did not see. */
  @Test
  void shouldEndABodyWhereItsLastChunkEnds() throws IOException {
    String smuggled = "GET /v1/needs HTTP/1.1\r\nHost: x\r\n\r\n";

    String response =
        exchange(
            """
            POST /v1/requests HTTP/1.1
            Connection: close
            Host: x
            Authorization: Bearer %s
            Content-Type: application/json
            Content-Length: %d
            Transfer-Encoding: chunked

            0

            """
                    .formatted(tokens.ofAll(), smuggled.length() + 5)
                    .replace("\n", "\r\n")
                + smuggled);

    assertThat(response).containsOnlyOnce("HTTP/1.1 ").startsWith("HTTP/1.1 400 ");
  }

  @Test
  void shouldLabelMetricsWithTemplatesOnly() throws IOException {
    long before = series();
    for (int i = 0; i < 20; i++) {
      String path = UUID.randomUUID().toString();
      send("GET /" + path + " HTTP/1.1 Host: x");
      send("POST /v1/track/" + path + " HTTP/1.1 Host: x Content-Length: 0");
      send("OPTIONS /v1/track/" + path + " HTTP/1.1 Host: x");
      send("GET /v1/track/" + path + " HTTP/1.1 Host: x Accept: image/png");
      send("GET /v1/track/" + path + "/%zz HTTP/1.1 Host: x");
      send("M" + i + " /v1/track/" + path + " HTTP/1.1 Host: x");
      send("GET /v1/track/secret-" + i + " HTTP/1.1 Host: x");
    }

    assertThat(series() - before).isLessThan(100);
    assertThat(metrics()).doesNotContain("secret").contains("uri=\"/v1/track/{number}\"");
  }

  private long series() throws IOException {
    return metrics().lines().filter(line -> line.startsWith("http_server")).count();
  }

  private String metrics() throws IOException {
    return send("GET /q/metrics HTTP/1.1 Host: x");
  }

  /** Sends a request, written with spaces for line ends, on a connection of its own. */
  private String send(String request) throws IOException {
    String lines =
        request
            .replaceAll(" (?=[A-Z][a-zA-Z-]+( Header)?: )", "\r\n")
            .replaceAll("(?<=Content-Length: 1) ", "\r\n\r\n");
    String whole = lines.contains("\r\n\r\n") ? lines : lines + "\r\n\r\n";
    String once =
        whole.replaceFirst(
            "\r\n", "\r\nConnection: close\r\nAuthorization: Bearer " + tokens.ofAll() + "\r\n");
    return exchange(once);
  }

  private String exchange(String request) throws IOException {
    try (Socket socket = new Socket(server.getHost(), server.getPort())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.getBytes(ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }
}
