package org.okno.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.okno.local.client.Services;
import org.okno.local.client.Table;

/** What a person wants to see of the day. */
final class DemoReport {
  private final Services services;
  private final PrintStream out;

  DemoReport(Services services, PrintStream out) {
    this.services = services;
    this.out = out;
  }

  void cameIn(Posted posted) {
    Table table = new Table("channel", "accepted", "repeated, first answer given", "refused");
    posted
        .byChannel()
        .forEach((channel, c) -> table.row(channel, c.accepted, c.repeated, c.refused));
    title("What came in, by channel", table);
    Table refusals = new Table("what was wrong", "the answer");
    posted.refusals().forEach(refusals::row);
    title("What the wrong ones were told", refusals);
  }

  /**
   * Who got what and why, of the cases of this run: each rule that decided, with one of its
   * reasons.
   */
  void whoGotWhat(List<String> requestIds) {
    Map<String, Integer> counts = new TreeMap<>();
    Map<String, JsonNode> examples = new TreeMap<>();
    for (String requestId : requestIds) {
      for (JsonNode need :
          services.get("case", "/v1/cases/" + requestId).orFail("read a case").path("needs")) {
        String agency = need.path("agency").path("name").asText("(triage)");
        counts.merge(agency, 1, Integer::sum);
        examples.putIfAbsent(agency, need);
      }
    }
    Table table = new Table("agency", "needs", "for example", "rule", "why");
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
    title("Who got what, and why", table);
  }

  /** One case from receipt to outcome. */
  void followed(String requestId) {
    JsonNode view = services.get("case", "/v1/cases/" + requestId).orFail("read a case");
    Table table = new Table("when (UTC)", "what", "need");
    table.row(
        view.path("requestedAt").asText(), "asked for by " + view.path("channel").asText(), "");
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
    table.row("now", "the citizen reads: " + track.path("status").asText(), "");
    title("One case, from receipt to outcome (" + requestId + ")", table);
  }

  void summary(String day) {
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
            "open");
    for (JsonNode row :
        services.list(
            "analytics", "/v1/daily-summaries/totals?by=agency&from=" + day + "&to=" + day)) {
      String agency = row.path("of").asText();
      table.row(
          names.getOrDefault(agency, "(before an agency is known)"),
          row.path("received").asLong(),
          row.path("routed").asLong(),
          row.path("inTriage").asLong(),
          row.path("accepted").asLong(),
          row.path("resolved").asLong(),
          row.path("declined").asLong(),
          row.path("openAtEnd").asLong());
    }
    title("The day's summary, " + day, table);
  }

  void agreement(List<Agreement.Line> lines) {
    title("Do the numbers agree?", Agreement.table(lines));
  }

  void lookOn(String requestId) {
    out.printf(
        """

        Look on:
          the day as a page      %s
          the day as CSV         %s
          the triage desk        %s
          this case              %s
          API of each service    %s  (and the same path on 8082, 8083, 8084)
          ./okno status          what runs and where its logs are
          ./okno down            stops it all; the data stays
        %n""",
        services.url("analytics", "/"),
        services.url("analytics", "/v1/daily-summaries?format=csv"),
        services.url("routing", "/v1/triage"),
        services.url("case", "/v1/cases/" + requestId),
        services.url("intake", "/q/swagger-ui"));
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
