package org.okno.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.okno.local.client.Services;
import org.okno.local.client.Table;

/** The report of the day for a person. */
final class DemoReport {
  private static final String API = "/q/openapi";

  private final Services services;
  private final PrintStream out;

  /**
   * @param services as somebody who sees every case
   */
  DemoReport(Services services, PrintStream out) {
    this.services = services;
    this.out = out;
  }

  void posts(PostResults posted) {
    Table table = new Table("channel", "accepted", "duplicates, same response", "rejected");
    posted
        .byChannel()
        .forEach((channel, c) -> table.row(channel, c.accepted, c.duplicates, c.rejected));
    title("Requests by channel", table);
    Table rejections = new Table("error", "response");
    posted.rejections().forEach(rejections::row);
    title("Responses to invalid requests", rejections);
  }

  /** The agencies of this run's needs, each with an example and the reason of its assignment. */
  void assignments(List<String> requestIds) {
    Map<String, Integer> counts = new TreeMap<>();
    Map<String, JsonNode> examples = new TreeMap<>();
    for (String requestId : requestIds) {
      for (JsonNode need :
          services
              .get("case", "/v1/cases/" + requestId, "Accept-Language", "en")
              .orFail("read a case")
              .path("needs")) {
        String agency = need.path("agency").path("name").asText("(triage)");
        counts.merge(agency, 1, Integer::sum);
        examples.putIfAbsent(agency, need);
      }
    }
    Table table = new Table("agency", "needs", "for example", "rule", "reason");
    examples.forEach(
        (agency, need) -> {
          String version = need.path("ruleVersion").asText("");
          String rule = need.path("rule").asText("") + (version.isEmpty() ? "" : " v" + version);
          table.row(
              agency,
              counts.getOrDefault(agency, 0),
              need.path("need").asText(),
              rule,
              need.at("/reason/text").asText(""));
        });
    title("Assignments and their reasons", table);
  }

  /** An example case from receipt to outcome. */
  void example(String requestId) {
    JsonNode view = services.get("case", "/v1/cases/" + requestId).orFail("read a case");
    Table table = new Table("when (UTC)", "what", "need");
    table.row(
        view.path("requestedAt").asText(), "requested by " + view.path("channel").asText(), "");
    table.row(
        view.path("receivedAt").asText(),
        "accepted, tracking number " + view.path("trackingNumber").asText(),
        "");
    for (JsonNode event : view.path("history")) {
      table.row(
          event.path("at").asText(),
          event.path("type").asText().replaceAll("^org\\.okno\\.case\\.|\\.v\\d+$", ""),
          needOf(view, event.path("needId").asText()));
    }
    JsonNode track =
        services.get("intake", "/v1/track/" + view.path("trackingNumber").asText()).orFail("track");
    table.row("now", "tracking shows: " + track.path("status").asText(), "");
    title("One case from receipt to outcome (" + requestId + ")", table);
  }

  void summary(Services analyst, String day) {
    Map<String, String> names = new LinkedHashMap<>();
    services
        .list("routing", "/v1/directory/agencies")
        .forEach(a -> names.put(a.path("id").asText(), a.path("name").asText()));
    Table table =
        new Table(
            "agency",
            "received",
            "routed",
            "in triage",
            "accepted",
            "resolved",
            "declined",
            "withdrawn",
            "open");
    for (JsonNode row :
        analyst.list(
            "analytics", "/v1/daily-summaries/totals?by=agency&from=" + day + "&to=" + day)) {
      String agency = row.path("of").asText();
      table.row(
          names.getOrDefault(agency, "(no agency yet)"),
          row.path("received").asLong(),
          row.path("routed").asLong(),
          row.path("inTriage").asLong(),
          row.path("accepted").asLong(),
          row.path("resolved").asLong(),
          row.path("declined").asLong(),
          row.path("withdrawn").asLong(),
          row.path("openAtEnd").asLong());
    }
    title("The day's summary, " + day, table);
  }

  void roles(List<RoleTour.Stop> tour) {
    Table table = new Table("signed in as", "asks for", "gets");
    tour.forEach(stop -> table.row(stop.who(), stop.path(), stop.gets()));
    title("What each role sees", table);
  }

  void agreement(List<Agreement.Line> lines) {
    title("Do the numbers agree?", Agreement.table(lines));
  }

  void links(String requestId) {
    out.printf(
        """

        Links:
          the day as a page      %s
          the day as CSV         %s
          the triage desk        %s
          this case              %s
          the APIs               %s, %s, %s, %s
          ./okno token           a token for them: ./okno token --role analyst for the page
          ./okno status          what runs and where its logs are
          ./okno down            stops all; the data is kept
        %n""",
        services.url("analytics", "/"),
        services.url("analytics", "/v1/daily-summaries?format=csv"),
        services.url("routing", "/v1/triage"),
        services.url("case", "/v1/cases/" + requestId),
        services.url("intake", API),
        services.url("routing", API),
        services.url("case", API),
        services.url("analytics", API));
  }

  private static String needOf(JsonNode view, String needId) {
    for (JsonNode need : view.path("needs")) {
      if (need.path("needId").asText().equals(needId)) {
        return need.path("need").asText();
      }
    }
    return "";
  }

  private void title(String title, Table table) {
    out.println();
    out.println(title);
    out.print(table);
  }
}
