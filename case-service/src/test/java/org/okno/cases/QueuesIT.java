package org.okno.cases;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.okno.testkit.SampleRequest;

@QuarkusTest
class QueuesIT extends CaseFlow {
  private final String agency = "agency-" + UUID.randomUUID();

  @Test
  void shouldShowEachOf250CasesOnceWhileNewOnesComeIn() {
    List<String> there = open(250);
    List<String> found = new ArrayList<>();
    List<String> foundOfAll = new ArrayList<>();

    walk("/v1/agencies/" + agency + "/cases?limit=40", found, () -> open(3));
    walk("/v1/cases?limit=40", foundOfAll, () -> open(3));

    assertThat(found).doesNotHaveDuplicates().containsAll(there);
    assertThat(foundOfAll).doesNotHaveDuplicates().containsAll(there);
  }

  @Test
  void shouldListWhatIsDueFirstAndFilterByStatusNeedAndOverdue() {
    SampleRequest late = SampleRequest.of("food");
    SampleRequest soon = SampleRequest.of("legal");
    SampleRequest accepted = SampleRequest.of("food");
    topics.send(late.routed(agency, Duration.ofHours(-30)));
    topics.send(soon.routed(agency, seconds(60)));
    topics.send(accepted.routed(agency, seconds(55)));
    List.of(late, soon, accepted).forEach(this::awaitCase);
    post(accepted, 0, "acceptance", needOf(accepted, 0).header("ETag"), "{}");

    assertThat(listed("")).containsExactly(id(late), id(accepted), id(soon));
    assertThat(listed("?status=assigned")).containsExactly(id(late), id(soon));
    assertThat(listed("?status=accepted")).containsExactly(id(accepted));
    assertThat(listed("?need=food")).containsExactly(id(late), id(accepted));
    assertThat(listed("?overdue=true")).containsExactly(id(late));
    assertThat(listed("?overdue=false")).containsExactly(id(accepted), id(soon));
    assertThat(listed("?overdue=true&need=legal")).isEmpty();
    assertThat(listed("?overdue=true&status=resolved")).isEmpty();
    assertThat(agencies().get(agency))
        .isEqualTo(Map.of("assigned", 2, "accepted", 1, "overdue", 1));
  }

  @Test
  void shouldCountWhatTheListsShow() {
    open(7);
    SampleRequest waiting = SampleRequest.of("food", "legal");
    SampleRequest accepted = SampleRequest.of("food");
    open(waiting.heldButFirst(agency), waiting);
    open(accepted.routed(agency), accepted);
    post(accepted, 0, "acceptance", needOf(accepted, 0).header("ETag"), "{}");
    JsonPath counts = given().get("/v1/cases/counts").jsonPath();
    List<String> all = new ArrayList<>();

    walk("/v1/cases?limit=1000", all, () -> {});

    assertThat(all).contains(id(waiting), id(accepted));
    assertThat(counts.getInt("byStatus.in-work")).isPositive();
    assertThat(counts.getInt("total")).isEqualTo(all.size());
    for (String status : List.of("in-triage", "assigned", "in-work", "settled")) {
      List<String> some = new ArrayList<>();
      walk("/v1/cases?limit=1000&status=" + status, some, () -> {});
      assertThat(counts.getInt("byStatus." + status)).as(status).isEqualTo(some.size());
    }
    Map<String, Integer> needs = counts.getMap("needsByStatus");
    assertThat(needs)
        .containsOnlyKeys(
            "in-triage",
            "returned",
            "assigned",
            "accepted",
            "in-progress",
            "waiting-for-applicant",
            "resolved",
            "declined",
            "withdrawn");
    assertThat(needs.values().stream().mapToInt(Integer::intValue).sum())
        .isEqualTo(counts.getInt("needs"));
  }

  private List<String> open(int count) {
    List<SampleRequest> requests =
        IntStream.range(0, count).mapToObj(i -> SampleRequest.of("food")).toList();
    requests.forEach(one -> topics.send(one.routed(agency)));
    requests.forEach(this::awaitCase);
    return requests.stream().map(QueuesIT::id).toList();
  }

  private void walk(String first, List<String> found, Runnable between) {
    @Nullable String next = first;
    while (next != null) {
      Response page = given().urlEncodingEnabled(false).get(next);
      found.addAll(page.jsonPath().getList("items.requestId"));
      String link = page.header("Link");
      next = link == null ? null : link.substring(1, link.indexOf('>'));
      if (next != null) {
        between.run();
      }
    }
  }

  private List<String> listed(String query) {
    return given()
        .get("/v1/agencies/" + agency + "/cases" + query)
        .jsonPath()
        .getList("items.requestId");
  }

  /** Counts of each agency that are not zero. */
  private static Map<String, Map<String, Integer>> agencies() {
    Map<String, Map<String, Integer>> counts = new java.util.HashMap<>();
    for (Map<String, Object> one :
        given().get("/v1/agencies").jsonPath().<Map<String, Object>>getList("items")) {
      Map<String, Integer> some = new java.util.HashMap<>();
      one.forEach(
          (name, value) -> {
            if (value instanceof Integer number && number != 0) {
              some.put(name, number);
            }
          });
      counts.put(String.valueOf(one.get("id")), some);
    }
    return counts;
  }

  private static String id(SampleRequest request) {
    return request.id().toString();
  }
}
