package org.okno.cases;

import static io.restassured.RestAssured.given;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.okno.testkit.Await;
import org.okno.testkit.SampleRequest;

/** Which specialist is responsible for a need, and the lists of work. */
@QuarkusTest
class ClaimsIT extends CaseFlow {
  /** -Dokno.claims=1000 takes more than a minute. */
  private static final int CLAIMS = Integer.getInteger("okno.claims", 100);

  private static final int NEEDS = 10;
  private static final List<String> SPECIALISTS = List.of("anna", "boris");

  private final String agency = "claims-" + UUID.randomUUID();

  @Test
  void shouldGiveANeedThatTwoClaimInTheSameMillisecondToOneAndTellTheOtherWhoHasIt()
      throws Exception {
    List<String> paths = openNeeds(CLAIMS);
    CyclicBarrier together = new CyclicBarrier(2);
    Map<String, String> holders = new HashMap<>();

    try (HttpClient client = HttpClient.newHttpClient();
        ExecutorService threads = Executors.newFixedThreadPool(2)) {
      for (String path : paths) {
        List<Future<HttpResponse<String>>> responses =
            SPECIALISTS.stream()
                .map(
                    who ->
                        threads.submit(
                            () -> {
                              HttpRequest claim = claim(path, who);
                              together.await();
                              return client.send(claim, BodyHandlers.ofString());
                            }))
                .toList();
        holders.put(path, holder(responses.get(0).get(), responses.get(1).get()));
      }
    }

    assertThat(holders.values()).as("both won some").containsAll(SPECIALISTS);
    assertThat(
            tables.strings(
                "select payload::jsonb ->> 'specialist' from journal where type like"
                    + " '%need-claimed.v1' and payload like '%"
                    + agency
                    + "%'"))
        .hasSize(CLAIMS);
    for (String who : SPECIALISTS) {
      long won = Collections.frequency(holders.values(), who);
      assertThat(count(who, "mine")).isEqualTo(won);
      assertThat(walk(who, "mine")).hasSize((int) won).doesNotHaveDuplicates().isSorted();
    }
    assertThat(count("anna", "unclaimed")).isZero();
  }

  /** Exactly one has the need, and the other is told who. */
  private static String holder(HttpResponse<String> first, HttpResponse<String> second) {
    assertThat(List.of(first.statusCode(), second.statusCode()))
        .containsExactlyInAnyOrder(200, 409);
    boolean firstWon = first.statusCode() == 200;
    String holder = JsonPath.from((firstWon ? first : second).body()).getString("specialist");
    assertThat(holder).isEqualTo(SPECIALISTS.get(firstWon ? 0 : 1));
    assertThat(JsonPath.from((firstWon ? second : first).body()).getString("detail"))
        .contains("Specialist " + holder + " is responsible for the need.");
    return holder;
  }

  @Test
  void shouldListWhatIsOpenDueFirstForWhoeverIsResponsibleAndForNobody() {
    SampleRequest late = SampleRequest.of("food");
    SampleRequest soon = SampleRequest.of("legal");
    SampleRequest settled = SampleRequest.of("money");
    topics.send(late.routed(agency, java.time.Duration.ofHours(-30)));
    topics.send(soon.routed(agency, seconds(60)));
    topics.send(settled.routed(agency, seconds(55)));
    List.of(late, soon, settled).forEach(this::awaitCase);

    assertThat(walk("anna", "unclaimed")).hasSize(3);
    assertThat(step("anna", soon, "claim", "{}").statusCode()).isEqualTo(200);
    assertThat(step("anna", settled, "claim", "{}").statusCode()).isEqualTo(200);
    step("anna", settled, "acceptance", "{}");
    step("anna", settled, "resolution", "{\"outcome\": \"helped\"}");

    assertThat(ids("anna", "mine")).containsExactly(soon.id().toString());
    assertThat(ids("anna", "unclaimed")).containsExactly(late.id().toString());
    assertThat(ids("boris", "mine")).isEmpty();
    assertThat(count("anna", "unclaimedOverdue")).isEqualTo(1);
    assertThat(count("anna", "mineOverdue")).isZero();

    Response refused = step("boris", soon, "handover", "{\"to\": \"boris\"}");
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.jsonPath().getString("detail"))
        .contains("Specialist anna is responsible for the need.");
    assertThat(step("anna", soon, "handover", "{\"to\": \"boris\"}").statusCode()).isEqualTo(200);
    assertThat(ids("boris", "mine")).containsExactly(soon.id().toString());
    assertThat(step("boris", soon, "release", "{}").statusCode()).isEqualTo(200);
    assertThat(ids("anna", "unclaimed"))
        .containsExactly(late.id().toString(), soon.id().toString());
    JsonPath found = awaitCase(soon);
    assertThat(found.<String>getList("history.specialist"))
        .containsExactly(null, "anna", "boris", null);
    assertThat(found.<String>getList("history.actor.subject"))
        .containsExactly("anna", "anna", "boris");
    assertThat(get("anna", "/v1/work?of=everything").statusCode()).isEqualTo(400);
  }

  private List<String> openNeeds(int number) {
    String[] needs = IntStream.range(0, NEEDS).mapToObj(i -> "food").toArray(String[]::new);
    List<SampleRequest> requests =
        IntStream.range(0, number / NEEDS).mapToObj(i -> SampleRequest.of(needs)).toList();
    requests.forEach(one -> topics.send(one.routed(agency)));
    Await.until(() -> tables.count("need where agency_id = '" + agency + "'") == number);
    return requests.stream()
        .flatMap(request -> IntStream.range(0, NEEDS).mapToObj(need -> path(request, need)))
        .toList();
  }

  private HttpRequest claim(String path, String who) {
    return HttpRequest.newBuilder(
            URI.create("http://localhost:" + RestAssured.port + path + "/claim"))
        .header("Authorization", "Bearer " + token(who))
        .header("Content-Type", "application/json")
        .header("If-Match", "\"1\"")
        .POST(BodyPublishers.ofString("{}"))
        .build();
  }

  private Response step(String who, SampleRequest request, String step, String body) {
    return given()
        .header("Authorization", "Bearer " + token(who))
        .header("If-Match", "*")
        .contentType("application/json")
        .body(body)
        .post(path(request, 0) + "/" + step);
  }

  private Response get(String who, String path) {
    return given()
        .urlEncodingEnabled(false)
        .header("Authorization", "Bearer " + token(who))
        .get(path);
  }

  private long count(String who, String what) {
    return get(who, "/v1/work/counts").jsonPath().getLong(what);
  }

  private List<String> ids(String who, String of) {
    return get(who, "/v1/work?of=" + of).jsonPath().getList("items.requestId");
  }

  /** Due time and id of each item, page by page. */
  private List<String> walk(String who, String of) {
    List<String> found = new ArrayList<>();
    @Nullable String next = "/v1/work?limit=70&of=" + of;
    while (next != null) {
      Response page = get(who, next);
      List<Map<String, Object>> needs = page.jsonPath().getList("items.need");
      needs.forEach(need -> found.add(need.get("dueAt") + " " + need.get("needId")));
      String link = page.header("Link");
      next = link == null ? null : link.substring(1, link.indexOf('>'));
    }
    return found;
  }

  private String token(String who) {
    return requireNonNull(tokens.of("specialist", Map.of("sub", who, "agency", agency)), "token");
  }
}
