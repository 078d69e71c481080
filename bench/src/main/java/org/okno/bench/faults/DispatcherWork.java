package org.okno.bench.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.okno.local.client.Caller;
import org.okno.local.client.Reply;
import org.okno.local.client.Services;

/**
 * What dispatchers do with the triage list: of eight requests on average seven get the best
 * candidates of their needs, or some agency where there is none. The others stay in triage.
 */
final class DispatcherWork {

  private final Services dispatcher;
  private final Staff staff;

  DispatcherWork(Services services, Staff staff) {
    this.dispatcher = services.as(Caller.DISPATCHER);
    this.staff = staff;
  }

  /** Goes through the list once. */
  boolean isDone() {
    List<JsonNode> waiting = dispatcher.list("routing", "/v1/triage?limit=200");
    String agency = firstAgency();
    for (JsonNode entry : waiting) {
      String requestId = entry.path("requestId").asText();
      if (requestId.hashCode() % 8 != 0) {
        assign(requestId, agency);
      }
    }
    return true;
  }

  private String firstAgency() {
    JsonNode page = dispatcher.get("routing", "/v1/directory/agencies?limit=1").orFail("agencies");
    return page.path("items").path(0).path("id").asText();
  }

  private void assign(String requestId, String otherwise) {
    Reply entry = dispatcher.get("routing", "/v1/triage/" + requestId);
    List<Map<String, String>> assignments = new ArrayList<>();
    List<StaffStep> steps = new ArrayList<>();
    for (JsonNode need : entry.orFail("read a triage entry").path("needs")) {
      String needId = need.path("needId").asText();
      String agency = need.path("candidates").path(0).path("agency").path("id").asText(otherwise);
      assignments.add(Map.of("needId", needId, "agencyId", agency));
      steps.add(StaffStep.assigned(needId, agency));
    }
    if (entry.etag() != null && !assignments.isEmpty()) {
      staff.post(
          dispatcher,
          "routing",
          "/v1/triage/" + requestId + "/assignments",
          Map.of("assignments", assignments),
          entry.etag(),
          steps);
    }
  }
}
