package org.okno.casework;

import static io.restassured.RestAssured.given;

import io.quarkus.test.common.WithTestResource;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.okno.contracts.Event;
import org.okno.contracts.Questionnaire;
import org.okno.engines.kafka.Broker;
import org.okno.engines.postgres.Postgres;

/** What the tests on real engines share: decisions go in through Kafka, answers come over HTTP. */
@WithTestResource(CaseEngines.class)
abstract class CaseFlow {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @SuppressWarnings("NullAway.Init") // the test resource puts it in
  protected Postgres postgres;

  @SuppressWarnings("NullAway.Init") // the test resource puts it in
  protected Broker broker;

  @SuppressWarnings("NullAway.Init") // before each test
  protected Decisions decisions;

  @BeforeEach
  void connect() {
    decisions = new Decisions(broker.bootstrapServers());
  }

  @AfterEach
  void disconnect() {
    decisions.close();
  }

  /** Sends an event and waits until the case it leads to is there. */
  JsonPath open(Event event, Questionnaire asked) {
    decisions.send(event);
    return awaitCase(asked);
  }

  JsonPath awaitCase(Questionnaire asked) {
    return await(() -> readCase(asked));
  }

  @Nullable JsonPath readCase(Questionnaire asked) {
    Response answer = given().get("/v1/cases/" + asked.requestId());
    return answer.statusCode() == 200 ? answer.jsonPath() : null;
  }

  /** Everything sent before is worked on once this answers: waits for one more case a partition. */
  void awaitAllTaken() {
    for (int i = 0; i < 24; i++) {
      Questionnaire last = Requests.request("last");
      open(Requests.routed(last, "nobody-waits-for"), last);
    }
  }

  Response needOf(Questionnaire asked, int need) {
    return given().get(path(asked, need));
  }

  Response post(Questionnaire asked, int need, String step, @Nullable String etag, String body) {
    var request = given().contentType("application/json").body(body);
    if (etag != null) {
      request.header("If-Match", etag);
    }
    return request.post(path(asked, need) + "/" + step);
  }

  static String path(Questionnaire asked, int need) {
    return "/v1/cases/" + asked.requestId() + "/needs/" + asked.needs().get(need).id();
  }

  /** Types of the journal's rows about a request, in order. */
  List<String> journal(UUID requestId) throws SQLException {
    try (Connection connection = postgres.connect("case");
        var select =
            connection.prepareStatement(
                "select type from journal where event_key = ? order by seq")) {
      select.setString(1, requestId.toString());
      List<String> types = new ArrayList<>();
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          types.add(rows.getString(1).replaceAll(".*case\\.|\\.v1", ""));
        }
      }
      return types;
    }
  }

  /** The answer as soon as it is not null; what else is thrown counts as "not yet". */
  static <T> T await(Callable<@Nullable T> question) {
    long until = System.nanoTime() + PATIENCE.toNanos();
    Throwable last = null;
    while (System.nanoTime() < until) {
      try {
        T answer = question.call();
        if (answer != null) {
          return answer;
        }
        Thread.sleep(20);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError(e);
      } catch (Exception | AssertionError e) {
        last = e;
      }
    }
    throw new AssertionError("did not come within " + PATIENCE, last);
  }
}
