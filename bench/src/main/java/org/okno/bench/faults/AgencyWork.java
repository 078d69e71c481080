package org.okno.bench.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.okno.local.client.Caller;
import org.okno.local.client.Reply;
import org.okno.local.client.Services;

/**
 * What agencies do with the needs of a request: of eight on average one is declined at once, one
 * after its acceptance, one stays accepted, the others are resolved. The id of a need decides. What
 * is declined as a duplicate is settled by it: other agencies would decline it too.
 */
final class AgencyWork {

  private final Services services;
  private final Services operator;
  private final Staff staff;

  AgencyWork(Services services, Staff staff) {
    this.services = services;
    this.operator = services.as(Caller.OPERATOR);
    this.staff = staff;
  }

  /** A need and whose it is. */
  private record Need(String requestId, String id, String agency) {
    String path() {
      return "/v1/cases/" + requestId + "/needs/" + id;
    }
  }

  /** Makes the next step of each need; true when nothing is left to do. */
  boolean isDone(String requestId) {
    JsonNode needs = operator.get("case", "/v1/cases/" + requestId).body().path("needs");
    boolean done = !needs.isEmpty();
    for (JsonNode need : needs) {
      done &= isDone(requestId, need);
    }
    return done;
  }

  private boolean isDone(String requestId, JsonNode view) {
    String needId = view.path("needId").asText();
    String status = view.path("status").asText();
    Need need = new Need(requestId, needId, view.path("agency").path("id").asText());
    int choice = Math.floorMod(needId.hashCode(), 8);
    if (status.equals("assigned") && choice == 0) {
      decline(need, "duplicate");
    } else if (status.equals("assigned")) {
      step(need, "/acceptance", Map.of(), StaffStep.accepted(needId));
    } else if (status.equals("accepted") && choice == 1) {
      decline(need, "duplicate");
    } else if (status.equals("accepted") && choice != 2) {
      String outcome = choice == 3 ? "partly-helped" : "helped";
      step(need, "/resolution", Map.of("outcome", outcome), StaffStep.resolved(needId, outcome));
    } else {
      return true;
    }
    return false;
  }

  private void decline(Need need, String reason) {
    step(need, "/decline", Map.of("reason", reason), StaffStep.declined(need.id(), reason));
  }

  private void step(Need need, String path, Map<String, String> body, StaffStep step) {
    Services specialist = services.as(Caller.specialist(need.agency()));
    Reply read = specialist.get("case", need.path());
    if (read.etag() != null) {
      staff.post(specialist, "case", need.path() + path, body, read.etag(), List.of(step));
    }
  }
}
