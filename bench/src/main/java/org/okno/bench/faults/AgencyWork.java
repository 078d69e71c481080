package org.okno.bench.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.okno.local.client.Reply;
import org.okno.local.client.Services;

/**
 * What agencies do with the needs of a request: of eight on average one is declined at once, one
 * after its acceptance, one stays accepted, the others are resolved. The id of a need decides.
 */
final class AgencyWork {

  private final Services services;
  private final Staff staff;

  AgencyWork(Services services, Staff staff) {
    this.services = services;
    this.staff = staff;
  }

  /** Makes the next step of each need; true when nothing is left to do. */
  boolean isDone(String requestId) {
    JsonNode needs = services.get("case", "/v1/cases/" + requestId).body().path("needs");
    boolean done = !needs.isEmpty();
    for (JsonNode need : needs) {
      done &= isDone(requestId, need.path("needId").asText(), need.path("status").asText());
    }
    return done;
  }

  private boolean isDone(String requestId, String needId, String status) {
    String need = "/v1/cases/" + requestId + "/needs/" + needId;
    int choice = Math.floorMod(needId.hashCode(), 8);
    if (status.equals("assigned") && choice == 0) {
      decline(need, needId, "no-capacity");
    } else if (status.equals("assigned")) {
      step(need, "/acceptance", Map.of(), StaffStep.accepted(needId));
    } else if (status.equals("accepted") && choice == 1) {
      decline(need, needId, "not-eligible");
    } else if (status.equals("accepted") && choice != 2) {
      String outcome = choice == 3 ? "partly-helped" : "helped";
      step(need, "/resolution", Map.of("outcome", outcome), StaffStep.resolved(needId, outcome));
    } else {
      return true;
    }
    return false;
  }

  private void decline(String need, String needId, String reason) {
    step(need, "/decline", Map.of("reason", reason), StaffStep.declined(needId, reason));
  }

  private void step(String need, String path, Map<String, String> body, StaffStep step) {
    Reply read = services.get("case", need);
    if (read.etag() != null) {
      staff.post("case", need + path, body, read.etag(), List.of(step));
    }
  }
}
