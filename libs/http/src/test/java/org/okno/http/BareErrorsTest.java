package org.okno.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.net.Socket;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Netty cannot read, on a server as Quarkus starts it. */
@SuppressWarnings("NullAway.Init") // started before all
class BareErrorsTest {
  private static Vertx vertx;
  private static HttpServer server;

  @BeforeAll
  static void start() {
    System.setProperty(ChannelInitializerExtension.EXTENSIONS_SYSTEM_PROPERTY, "serviceload");
    vertx = Vertx.vertx();
    server =
        vertx
            .createHttpServer()
            .requestHandler(BareErrorsTest::respond)
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .join();
  }

  private static void respond(HttpServerRequest request) {
    switch (request.path()) {
      case "/bare" -> request.response().setStatusCode(400).end();
      case "/said" -> request.response().setStatusCode(404).end("content-length: 0");
      default -> request.response().end("sound");
    }
  }

  @AfterAll
  static void stop() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          nonsense|400
          GET / HTTP/1.1;Bad Header: x|400
          POST / HTTP/1.1;Host: x;Content-Length: many|400
          GET /bare HTTP/1.1;Host: x|400
          GET /LONG HTTP/1.1;Host: x|414
          GET / HTTP/1.1;Host: x;Long: LONG|431
          """)
  void shouldGiveAnErrorWithoutABodyItsProblem(String lines, int status) throws IOException {
    String response = send(lines.replace("LONG", "x".repeat(100_000)));

    assertThat(response).matches("(?s)HTTP/1.1 " + status + " .*");
    assertThat(response.toLowerCase(Locale.ROOT))
        .contains("content-type: application/problem+json", "connection: close");
    assertThat(response)
        .contains("\"type\":\"urn:okno:problem:http-" + status, "\"status\":" + status)
        .doesNotContain("xxx", "java");
  }

  @Test
  void shouldLeaveEveryOtherResponseAsItIs() throws IOException {
    assertThat(send("GET / HTTP/1.1;Host: x;Connection: close"))
        .contains("200 OK")
        .endsWith("sound");
    assertThat(send("GET /said HTTP/1.1;Host: x;Connection: close"))
        .contains("404 Not Found")
        .endsWith("\r\n\r\ncontent-length: 0");
  }

  private static String send(String lines) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", server.actualPort())) {
      socket.setSoTimeout(10_000);
      socket
          .getOutputStream()
          .write((lines.replace(";", "\r\n") + "\r\n\r\n").getBytes(ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }
}
