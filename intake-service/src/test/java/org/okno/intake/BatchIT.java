package org.okno.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.okno.intake.Intake.get;
import static org.okno.intake.Intake.post;
import static org.okno.intake.Intake.problem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.okno.testkit.Await;
import org.okno.testkit.EventTopics;
import org.okno.testkit.ServiceEngines;
import org.okno.testkit.Tables;
import org.okno.testkit.Tokens;

/** Acceptance of batches, on a real PostgreSQL. */
@QuarkusTest
@QuarkusTestResource(
    value = ServiceEngines.class,
    initArgs = @ResourceArg(name = "service", value = "intake"))
@Timeout(120)
@SuppressWarnings("NullAway.Init") // the engines are injected
class BatchIT {
  /** The default of okno.intake.acceptance.max-batches. */
  private static final int MAX_BATCHES = 8;

  @TestHTTPResource URI server;
  EventTopics topics;
  Tables tables;
  Tokens tokens;

  @BeforeEach
  void publishDirectory() {
    Intake.publishDirectory(topics);
  }

  @Test
  void shouldRespondRowByRow() {
    post(Questionnaires.valid("batch-before"));

    List<String> results =
        results(
            String.join(
                "\n",
                Questionnaires.valid("batch-1"),
                "{broken",
                "",
                Questionnaires.valid("batch-before"),
                Questionnaires.valid("batch-1"),
                Questionnaires.valid("batch-1").replace("urgent", "normal"),
                Questionnaires.valid("batch-2").replace("food", "gold"),
                "{\"text\": \"" + "x".repeat(1 << 20) + "\"}",
                Questionnaires.withoutExternalId(),
                Questionnaires.valid("batch-3")));

    assertThat(results)
        .extracting(BatchIT::rowAndStatus)
        .containsExactly(
            "1 201", "2 400", "4 201", "5 201", "6 409", "7 400", "8 413", "9 400", "10 201");
    assertThat(results.get(5)).contains("/needs/0/need");
    assertThat(results.get(7)).contains("/externalId");
  }

  @Test
  void shouldAcceptABatchOfAnyLength() {
    String batch =
        IntStream.range(0, 1500)
            .mapToObj(i -> Questionnaires.valid("long-" + i))
            .collect(Collectors.joining("\n"));

    assertThat(results(batch)).hasSize(1500).allMatch(row -> row.contains("\"status\":201"));
    assertThat(((Number) get("/v1/requests/counts").path("total")).longValue())
        .isEqualTo(tables.count("request"));
  }

  @Test
  void shouldNameTheMediaTypesOfABatch() {
    byte[] row = Questionnaires.valid("batch-media").getBytes(UTF_8);

    Response other = post("/v1/requests/batch", "application/json", row);
    Response unread =
        post("/v1/requests/batch", "application/x-ndjson", row, "Accept", "application/json");
    Response right =
        post("/v1/requests/batch", "application/x-ndjson", row, "Accept", "application/x-ndjson");

    assertThat(other.statusCode()).isEqualTo(415);
    assertThat(other.<String>path("detail")).contains("application/x-ndjson");
    assertThat(unread.statusCode()).isEqualTo(406);
    assertThat(unread.<String>path("detail")).contains("application/x-ndjson");
    assertThat(right.statusCode()).isEqualTo(200);
  }

  @Test
  void shouldNotTakeAClientThatDisconnectsForAnInternalError() throws IOException {
    double before = internalErrors();
    try (Socket socket = new Socket(server.getHost(), server.getPort())) {
      String row = Questionnaires.valid("batch-gone").replace("\n", " ") + "\n";
      socket
          .getOutputStream()
          .write(
              ("POST /v1/requests/batch HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-ndjson\r\n"
                      + "Authorization: Bearer %s\r\n"
                      + "Transfer-Encoding: chunked\r\n\r\n%x\r\n%s\r\n")
                  .formatted(tokens.ofAll(), row.getBytes(UTF_8).length, row)
                  .getBytes(UTF_8));
      // The row's result comes while the batch is still open.
      assertThat(socket.getInputStream().read()).isEqualTo('H');
      socket.setSoLinger(true, 0); // closing resets the connection
    }

    Await.until(() -> get("/v1/requests?limit=1").statusCode() == 200);
    Await.until(() -> get("/q/metrics").asString().contains("problem=\"disconnected\""));
    assertThat(internalErrors()).isEqualTo(before);
  }

  private static double internalErrors() {
    return get("/q/metrics")
        .asString()
        .lines()
        .filter(line -> line.contains("problem=\"internal\"") || line.contains("status=\"500\""))
        .filter(line -> line.contains("_total") || line.contains("_count"))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  @Test
  void shouldRefuseABatchWhenTooManyAreInFlight() throws IOException {
    List<Socket> inFlight = new ArrayList<>();
    try {
      for (int i = 0; i < MAX_BATCHES; i++) {
        inFlight.add(unfinishedBatch());
      }
      Response refused =
          Await.value(
              () -> {
                Response response = postBatch(Questionnaires.valid("many-1"));
                return response.statusCode() == 200 ? null : response;
              });

      assertThat(problem(refused)).isEqualTo("429 urn:okno:problem:too-many-batches");
      assertThat(refused.contentType()).startsWith("application/problem+json");
      assertThat(refused.header("Retry-After")).isNotNull();
      assertThat(post(Questionnaires.valid("many-2")).statusCode()).isEqualTo(201);
    } finally {
      for (Socket one : inFlight) {
        one.close();
      }
    }
    Await.until(() -> postBatch(Questionnaires.valid("many-1")).statusCode() == 200);
  }

  /** A client that has sent the header of a batch and no row. */
  private Socket unfinishedBatch() throws IOException {
    Socket socket = new Socket("localhost", RestAssured.port);
    String head =
        """
        POST /v1/requests/batch HTTP/1.1\r
        Host: localhost\r
        Authorization: Bearer %s\r
        Content-Type: application/x-ndjson\r
        Transfer-Encoding: chunked\r
        \r
        """
            .formatted(tokens.ofAll());
    socket.getOutputStream().write(head.getBytes(UTF_8));
    return socket;
  }

  private static Response postBatch(String batch) {
    return post("/v1/requests/batch", "application/x-ndjson", batch.getBytes(UTF_8));
  }

  private static List<String> results(String batch) {
    Response response = postBatch(batch);
    assertThat(response.statusCode()).isEqualTo(200);
    return new String(response.asByteArray(), UTF_8).lines().toList();
  }

  private static String rowAndStatus(String line) {
    JsonPath row = JsonPath.from(line);
    return row.getInt("row") + " " + row.getInt("status");
  }
}
