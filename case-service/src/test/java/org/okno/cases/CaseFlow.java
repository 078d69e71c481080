package org.okno.cases;

import static io.restassured.RestAssured.given;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.okno.contracts.Event;
import org.okno.engines.kafka.Broker;
import org.okno.engines.postgres.Postgres;
import org.okno.testkit.Await;
import org.okno.testkit.EventTopics;
import org.okno.testkit.SampleRequest;
import org.okno.testkit.ServiceEngines;
import org.okno.testkit.Tables;
import org.okno.testkit.Tokens;

/** What the tests on real engines share: decisions come from Kafka, responses over HTTP. */
@QuarkusTestResource(
    value = ServiceEngines.class,
    initArgs = @ResourceArg(name = "service", value = "case"))
@SuppressWarnings("NullAway.Init") // the engines are injected
public abstract class CaseFlow {
  protected Postgres postgres;
  protected Broker broker;
  protected EventTopics topics;
  protected Tables tables;
  protected Tokens tokens;

  /** Sends an event and waits until the case of the request exists. */
  protected JsonPath open(Event event, SampleRequest request) {
    topics.send(event);
    return awaitCase(request);
  }

  protected JsonPath awaitCase(SampleRequest request) {
    return Await.value(
        () -> {
          Response response = given().get("/v1/cases/" + request.id());
          return response.statusCode() == 200 ? response.jsonPath() : null;
        });
  }

  /** Everything sent before is handled once this returns: waits for one more case a partition. */
  protected void awaitAllHandled() {
    for (int i = 0; i < 24; i++) {
      SampleRequest last = SampleRequest.of("last");
      open(last.routed("nobody-waits-for"), last);
    }
  }

  protected Response needOf(SampleRequest request, int need) {
    return given().get(path(request, need));
  }

  /** A step of a specialist of the need's agency. */
  protected Response post(
      SampleRequest request, int need, String step, @Nullable String etag, String body) {
    String agency = needOf(request, need).jsonPath().getString("agency.id");
    RequestSpecification post =
        given()
            .header("Authorization", "Bearer " + tokens.ofSpecialist(agency == null ? "a" : agency))
            .contentType("application/json")
            .body(body);
    if (etag != null) {
      post.header("If-Match", etag);
    }
    return post.post(path(request, need) + "/" + step);
  }

  protected static String path(SampleRequest request, int need) {
    return "/v1/cases/" + request.id() + "/needs/" + request.need(need).id();
  }

  /** Types of the journal's rows about a request, in order. */
  protected List<String> journal(SampleRequest request) {
    return tables.journal(request.id()).stream()
        .map(type -> type.replaceAll(".*case\\.|\\.v1", ""))
        .toList();
  }

  /** Publishes the journal of a case as Connect does. */
  protected void publishJournal(SampleRequest request) throws SQLException {
    publishJournal("where event_key = '%s'".formatted(request.id()));
  }

  /** Publishes the rows of the journal under a condition, as Connect does. */
  protected void publishJournal(String condition) throws SQLException {
    try (Connection connection = postgres.connect("case");
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("select * from journal " + condition + " order by seq")) {
      while (rows.next()) {
        ProducerRecord<String, byte[]> record =
            new ProducerRecord<>(
                rows.getString("topic"),
                rows.getString("event_key"),
                rows.getString("payload").getBytes(StandardCharsets.UTF_8));
        header(record, "ce_id", rows.getString("event_id"));
        for (String attribute : List.of("type", "source", "time", "subject", "specversion")) {
          header(record, "ce_" + attribute, rows.getString(attribute));
        }
        header(record, "content-type", rows.getString("content_type"));
        topics.send(record);
      }
    }
  }

  private static void header(ProducerRecord<String, byte[]> record, String name, String value) {
    record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
  }

  protected static Duration seconds(long seconds) {
    return Duration.ofSeconds(seconds);
  }
}
