package org.okno.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.okno.local.client.Caller;
import org.okno.local.client.Reply;
import org.okno.local.client.Services;

/**
 * Simulates staff: a dispatcher who assigns what routing held for triage, and agencies that process
 * some of their needs.
 */
final class StaffSimulation {
  private final Services services;
  private final Services dispatcher;
  private final Random random;

  StaffSimulation(Services services, long seed) {
    this.services = services;
    this.dispatcher = services.as(Caller.DISPATCHER);
    this.random = new Random(seed);
  }

  /**
   * Assigns the needs of about half of the requests in triage to their best candidates.
   *
   * @return how many needs were assigned
   */
  int dispatch() {
    int assigned = 0;
    for (JsonNode entry : dispatcher.list("routing", "/v1/triage?limit=200")) {
      if (random.nextBoolean()) {
        assigned += assign(entry.path("requestId").asText());
      }
    }
    return assigned;
  }

  private int assign(String requestId) {
    Reply entry = dispatcher.get("routing", "/v1/triage/" + requestId);
    List<Map<String, String>> assignments = new ArrayList<>();
    for (JsonNode held : entry.orFail("read a triage entry").path("needs")) {
      JsonNode best = held.path("candidates").path(0);
      if (!best.isMissingNode()) {
        Map<String, String> assignment = new HashMap<>();
        assignment.put("needId", held.path("needId").asText());
        assignment.put("agencyId", best.at("/agency/id").asText());
        // Where it is not clear what is needed, the candidate says for which need it is one.
        if (held.path("need").asText().equals("unclear")) {
          assignment.put("need", best.at("/reason/parameters/need").asText());
        }
        assignments.add(assignment);
      }
    }
    if (assignments.isEmpty() || entry.etag() == null) {
      return 0;
    }
    dispatcher
        .post(
            "routing",
            "/v1/triage/" + requestId + "/assignments",
            Map.of("assignments", assignments),
            "If-Match",
            entry.etag())
        .orFail("assign held needs");
    return assignments.size();
  }

  /**
   * Processes the given requests as their agencies would: most needs are accepted, most of those
   * resolved, a few declined.
   */
  void process(List<String> requestIds) {
    Services operator = services.as(Caller.OPERATOR);
    for (String requestId : requestIds) {
      for (JsonNode need :
          operator.get("case", "/v1/cases/" + requestId).orFail("read a case").path("needs")) {
        if (need.path("status").asText().equals("assigned")) {
          process(
              services.as(Caller.specialist(need.path("agency").path("id").asText())),
              "/v1/cases/" + requestId + "/needs/" + need.path("needId").asText());
        }
      }
    }
  }

  private void process(Services specialist, String need) {
    int dice = random.nextInt(10);
    if (dice < 1) {
      step(specialist, need, "decline", Map.of("reason", "not-eligible"));
    } else if (dice < 8) {
      step(specialist, need, "acceptance", Map.of());
      if (dice < 6) {
        String outcome = dice < 5 ? "helped" : "partly-helped";
        step(specialist, need, "resolution", Map.of("outcome", outcome));
      }
    }
  }

  private static void step(
      Services specialist, String need, String step, Map<String, String> body) {
    String etag = specialist.get("case", need).etag();
    if (etag == null) {
      throw new IllegalStateException("a need was returned without its ETag");
    }
    specialist.post("case", need + "/" + step, body, "If-Match", etag).orFail(step);
  }
}
