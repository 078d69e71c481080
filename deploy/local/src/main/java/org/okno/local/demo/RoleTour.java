package org.okno.local.demo;

import java.util.List;
import org.okno.local.client.Caller;
import org.okno.local.client.Reply;
import org.okno.local.client.Services;

/** Signs in as each role once and looks at what it sees, and at something that it must not see. */
final class RoleTour {
  private final Services services;

  RoleTour(Services services) {
    this.services = services;
  }

  /**
   * A query of somebody.
   *
   * @param gets how many items, or the status
   */
  record Stop(String who, String path, String gets) {}

  /**
   * Takes the tour.
   *
   * @param requestId a request with a case, of which some agency has a need
   */
  List<Stop> take(String requestId) {
    Services operator = services.as(Caller.OPERATOR);
    String inCase = "/v1/cases/" + requestId;
    var view = operator.get("case", inCase).orFail("read a case");
    String agency = view.at("/needs/0/agency/id").asText();
    String territory = view.path("territory").asText();
    String other =
        operator.list("routing", "/v1/directory/agencies").stream()
            .map(it -> it.path("id").asText())
            .filter(id -> !id.equals(agency))
            .findFirst()
            .orElseThrow();
    String queue = "/v1/agencies/" + agency + "/cases";
    return List.of(
        stop(Caller.channel(view.path("channel").asText()), "intake", "/v1/requests"),
        stop(Caller.OPERATOR, "intake", "/v1/requests"),
        stop(Caller.DISPATCHER, "routing", "/v1/triage"),
        stop(Caller.specialist(agency), "case", queue),
        stop(Caller.specialist(other), "case", queue),
        stop(Caller.headOf(agency), "case", inCase),
        stop(Caller.coordinator(territory), "case", "/v1/cases"),
        stop(Caller.ANALYST, "analytics", "/v1/daily-summaries"),
        stop(Caller.ANALYST, "case", inCase),
        stop(Caller.PROTECTION_OFFICER, "intake", "/v1/requests/" + requestId),
        stop(Caller.ADMINISTRATOR, "analytics", "/v1/reconciliation"),
        stop(Caller.ADMINISTRATOR, "intake", "/v1/requests"));
  }

  private Stop stop(Caller caller, String service, String path) {
    Reply reply = services.as(caller).get(service, path);
    String gets = String.valueOf(reply.status());
    if (reply.body().has("items")) {
      String more = reply.link() == null ? "" : " and more";
      gets = reply.body().path("items").size() + " items" + more;
    }
    return new Stop(caller.name(), path, gets);
  }
}
