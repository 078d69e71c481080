package org.okno.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.okno.local.client.Reply;
import org.okno.local.client.Services;

/**
 * The people behind the desks: a dispatcher who places what routing held, and agencies that work on
 * some of their needs.
 */
final class Agencies {
  private final Services services;
  private final Random random;

  Agencies(Services services, long seed) {
    this.services = services;
    this.random = new Random(seed);
  }

  /**
   * Gives about half of what waits in triage to the best guess; answers how many needs found an
   * agency.
   */
  int dispatch() {
    int placed = 0;
    for (JsonNode waiting : services.list("routing", "/v1/triage?limit=200")) {
      if (random.nextBoolean()) {
        placed += place(waiting.path("requestId").asText());
      }
    }
    return placed;
  }

  private int place(String requestId) {
    Reply entry = services.get("routing", "/v1/triage/" + requestId);
    List<Map<String, String>> assignments = new ArrayList<>();
    for (JsonNode held : entry.orFail("read a triage entry").path("needs")) {
      JsonNode best = held.path("candidates").path(0).path("agency");
      if (!best.isMissingNode()) {
        assignments.add(
            Map.of("needId", held.path("needId").asText(), "agencyId", best.path("id").asText()));
      }
    }
    if (assignments.isEmpty() || entry.etag() == null) {
      return 0;
    }
    services
        .post(
            "routing",
            "/v1/triage/" + requestId + "/assignments",
            Map.of("dispatcher", "demo-dispatcher", "assignments", assignments),
            "If-Match",
            entry.etag())
        .orFail("assign what was held");
    return assignments.size();
  }

  /**
   * Works on the given requests as their agencies would: most needs are accepted, most of those
   * resolved, a few declined.
   */
  void work(List<String> requestIds) {
    for (String requestId : requestIds) {
      for (JsonNode need :
          services.get("case", "/v1/cases/" + requestId).orFail("read a case").path("needs")) {
        if (need.path("status").asText().equals("assigned")) {
          workOn("/v1/cases/" + requestId + "/needs/" + need.path("needId").asText());
        }
      }
    }
  }

  private void workOn(String need) {
    int dice = random.nextInt(10);
    if (dice < 1) {
      act(need, "decline", Map.of("reason", "not-eligible"));
    } else if (dice < 8) {
      act(need, "acceptance", Map.of());
      if (dice < 6) {
        act(need, "resolution", Map.of("outcome", dice < 5 ? "helped" : "partly-helped"));
      }
    }
  }

  private void act(String need, String action, Map<String, String> body) {
    String etag = services.get("case", need).etag();
    if (etag == null) {
      throw new IllegalStateException("a need came without its ETag");
    }
    services.post("case", need + "/" + action, body, "If-Match", etag).orFail(action);
  }
}
