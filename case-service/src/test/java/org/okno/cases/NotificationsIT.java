package org.okno.cases;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.standardwebhooks.Webhook;
import com.sun.net.httpserver.HttpExchange;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.okno.cases.notifications.Endpoint;
import org.okno.testkit.Await;
import org.okno.testkit.SampleRequest;
import org.okno.testkit.Tokens;

/** What agencies are told: by webhooks, and by the stream. */
@QuarkusTest
@Timeout(180)
class NotificationsIT extends CaseFlow {
  private final String agency = "told-" + UUID.randomUUID();
  private final String head =
      tokens().of("head-of-agency", Map.of("sub", "head", "agency", agency));

  private static Tokens tokens() {
    return Tokens.current().orElseThrow();
  }

  @Test
  void shouldSendEachEventOfACaseOnceInOrderSignedAndWithoutWords() throws Exception {
    try (Endpoint endpoint = new Endpoint(Endpoint.with(204))) {
      String secret = subscribe(endpoint).jsonPath().getString("secret");
      SampleRequest request = happen();

      publishJournal(request);
      publishJournal(request);
      Await.until(() -> endpoint.received().size() == 3);
      awaitNothingToSend();

      assertThat(types(endpoint))
          .containsExactly(
              "org.okno.case.case-opened.v1",
              "org.okno.case.need-accepted.v1",
              "org.okno.case.need-started.v1");
      for (Endpoint.Received one : endpoint.received()) {
        new Webhook(secret)
            .verify(one.body(), HttpHeaders.of(one.headers(), (name, value) -> true));
        assertThat(JsonPath.from(one.body()).getMap("$"))
            .containsOnlyKeys("type", "timestamp", "data");
      }
      assertThat(JsonPath.from(endpoint.received().get(1).body()).getString("data.needId"))
          .isEqualTo(request.need(0).id().toString());
    }
  }

  @Test
  void shouldNotLetABrokenEndpointBlockAnotherOneOrAnotherCase() throws Exception {
    try (Endpoint inside = new Endpoint(Endpoint.with(200));
        Endpoint hangs = new Endpoint(exchange -> sleep());
        Endpoint fails = new Endpoint(Endpoint.with(500));
        Endpoint floods = new Endpoint(NotificationsIT::flood);
        Endpoint redirects = new Endpoint(exchange -> redirect(exchange, inside.url()));
        Endpoint works = new Endpoint(Endpoint.with(200))) {
      for (Endpoint one : List.of(hangs, fails, floods, redirects, works)) {
        subscribe(one);
      }
      List<SampleRequest> requests = List.of(happen(), happen(), happen());

      for (SampleRequest request : requests) {
        publishJournal(request);
      }

      Await.until(() -> works.received().size() == 9 && floods.received().size() == 9);
      Await.until(() -> disabled() == 3);
      assertThat(inside.received()).isEmpty();
      assertThat(types(fails).stream().distinct())
          .as("the first event of each case comes again, and no later one before it")
          .containsExactly("org.okno.case.case-opened.v1");
      assertThat(works.received()).hasSize(9);
    }
  }

  @Test
  void shouldDisableAnEndpointThatIsGoneAndSendWhatWaitsOnceItIsEnabled() throws Exception {
    try (Endpoint endpoint = new Endpoint(Endpoint.with(410))) {
      Response made = subscribe(endpoint);
      String path = "/v1/subscriptions/" + made.path("subscriptionId");
      SampleRequest request = happen();
      publishJournal(request);
      Await.until(() -> get(path).path("disabledAt") != null);
      assertThat(get(path).<String>path("disabledReason")).isEqualTo("gone");
      assertThat(get(path).<String>path("secret")).isNull();
      assertThat(replay(path, "2026-01-01T00:00:00Z").statusCode()).isEqualTo(409);

      endpoint.change(Endpoint.with(200));
      assertThat(as(head).post(path + "/enabling").<String>path("disabledAt")).isNull();
      Await.until(() -> endpoint.received().size() == 4);
      awaitNothingToSend();

      assertThat(replay(path, "2026-01-01T00:00:00Z").<Integer>path("deliveries")).isEqualTo(3);
      Await.until(() -> endpoint.received().size() == 7);
      assertThat(
              endpoint.received().subList(4, 7).stream()
                  .map(one -> one.headers().getFirst("webhook-id")))
          .as("the ids that they had")
          .containsExactlyElementsOf(
              endpoint.received().subList(1, 4).stream()
                  .map(one -> one.headers().getFirst("webhook-id"))
                  .toList());
      assertThat(as(head).delete(path).statusCode()).isEqualTo(204);
      assertThat(get(path).statusCode()).isEqualTo(404);
    }
  }

  @Test
  void shouldSubscribeOnceAndNameTheFieldThatIsWrong() {
    String body = "{\"url\": \"https://agency.example.org/hook\"}";
    Response first = post(body);

    assertThat(first.statusCode()).isEqualTo(201);
    assertThat(post(body).asString()).isEqualTo(first.asString());
    assertThat(
            post("{\"url\": \"https://agency.example.org/hook\", \"types\": [\"org.okno.case.case-opened.v1\"]}")
                .statusCode())
        .isEqualTo(409);
    for (String url :
        List.of(
            "http://agency.example.org/",
            "https://10.0.0.1/",
            "https://[::1]/",
            "https://localhost/",
            "https://u:p@agency.example.org/",
            "ftp://127.0.0.1/",
            "nonsense")) {
      assertThat(post("{\"url\": \"%s\"}".formatted(url)).<List<String>>path("errors.pointer"))
          .as(url)
          .containsExactly("/url");
    }
    assertThat(
            post("{\"url\": \"https://a.example.org\", \"types\": [\"nothing\"], \"agency\": \"b\"}")
                .<List<String>>path("errors.pointer"))
        .containsExactly("/types/0", "/agency");
    assertThat(as(tokens.ofSpecialist("other")).get("/v1/subscriptions").statusCode())
        .isEqualTo(403);
  }

  @Test
  void shouldStreamWhatHappensFromTheLastEventThatTheClientHas() throws Exception {
    SampleRequest request = happen();
    SampleRequest foreign = SampleRequest.of("food");
    open(foreign.routed("somebody-else"), foreign);
    publishJournal(foreign);
    publishJournal(request);
    Await.until(() -> tables.count("notification where request_id = ?", request.id()) == 3);

    List<String> all = stream("0", 3);
    assertThat(all.stream().map(event -> event.replaceAll("(?s).*event: ?([^\\n]*).*", "$1")))
        .containsExactly(
            "org.okno.case.case-opened.v1",
            "org.okno.case.need-accepted.v1",
            "org.okno.case.need-started.v1");
    assertThat(all).allMatch(event -> event.contains(request.id().toString()));
    String second = all.get(1).replaceAll("(?s).*id: ?([0-9]+).*", "$1");
    assertThat(stream(second, 1)).containsExactly(all.get(2));
    assertThat(
            given()
                .header("Authorization", "Bearer " + head)
                .header("Last-Event-ID", "x")
                .get("/v1/cases/stream")
                .<List<String>>path("errors.pointer"))
        .containsExactly("header:Last-Event-ID");
  }

  /** A case that its agency accepted and began to work on. */
  private SampleRequest happen() {
    SampleRequest request = SampleRequest.of("food");
    open(request.routed(agency), request);
    post(request, 0, "acceptance", "*", "{}");
    post(request, 0, "start", "*", "{}");
    return request;
  }

  private Response subscribe(Endpoint endpoint) {
    Response made = post("{\"url\": \"%s\"}".formatted(endpoint.url()));
    assertThat(made.statusCode()).isEqualTo(201);
    return made;
  }

  private Response post(String body) {
    return as(head).contentType("application/json").body(body).post("/v1/subscriptions");
  }

  private Response replay(String path, String from) {
    return as(head)
        .contentType("application/json")
        .body("{\"from\": \"%s\"}".formatted(from))
        .post(path + "/replays");
  }

  private Response get(String path) {
    return as(head).get(path);
  }

  private static RequestSpecification as(String token) {
    return given().header("Authorization", "Bearer " + token);
  }

  private void awaitNothingToSend() {
    Await.until(
        () ->
            tables.count(
                    "delivery d join subscription s on s.id = d.subscription_id where s.agency_id = ?",
                    agency)
                == 0);
  }

  private long disabled() {
    return tables.count("subscription where agency_id = ? and disabled_reason = 'down'", agency);
  }

  private static List<String> types(Endpoint endpoint) {
    return endpoint.received().stream()
        .map(one -> JsonPath.from(one.body()).getString("type"))
        .toList();
  }

  /** So many events of the stream, with all their lines. */
  private List<String> stream(@Nullable String lastEventId, int number) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(
                  URI.create("http://127.0.0.1:%d/v1/cases/stream".formatted(RestAssured.port)))
              .header("Authorization", "Bearer " + head)
              .timeout(Duration.ofSeconds(60));
      if (lastEventId != null) {
        request.header("Last-Event-ID", lastEventId);
      }
      HttpResponse<Stream<String>> response = client.send(request.build(), BodyHandlers.ofLines());
      assertThat(response.statusCode()).isEqualTo(200);
      List<String> events = read(response.body(), number);
      client.shutdownNow();
      return events;
    }
  }

  private static List<String> read(Stream<String> body, int number) {
    List<String> events = new ArrayList<>();
    StringBuilder event = new StringBuilder();
    Iterator<String> lines = body.iterator();
    while (events.size() < number && lines.hasNext()) {
      String line = lines.next();
      if (line.isEmpty()) {
        if (event.indexOf("data:") >= 0) {
          events.add(event.toString());
        }
        event.setLength(0);
      } else {
        event.append(line).append('\n');
      }
    }
    return events;
  }

  private static void sleep() {
    try {
      Thread.sleep(Duration.ofMinutes(2));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void flood(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 10L << 20);
    exchange.getResponseBody().write(new byte[10 << 20]);
  }

  private static void redirect(HttpExchange exchange, String to) throws IOException {
    exchange.getResponseHeaders().add("Location", to);
    exchange.sendResponseHeaders(308, -1);
  }
}
