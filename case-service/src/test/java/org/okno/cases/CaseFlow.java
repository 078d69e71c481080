package org.okno.cases;

import static io.restassured.RestAssured.given;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
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

  protected static Duration seconds(long seconds) {
    return Duration.ofSeconds(seconds);
  }
}
