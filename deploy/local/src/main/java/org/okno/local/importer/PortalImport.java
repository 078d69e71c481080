package org.okno.local.importer;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.okno.local.client.Services;

/**
 * Imports a city portal's export: {@code tickets.csv[.xz]} with the columns {@code ticket_id,
 * created_at, text, reason_id, reason, district, address, answer_org}. Running it again adds
 * nothing: a ticket's id is its external id.
 */
public final class PortalImport {
  private static final int ROWS_A_BATCH = 1000;

  private final Services services;
  private final PrintStream out;
  private final String prefix;
  private final String city;
  private final ZoneId zone;

  /**
   * @param prefix what codes of territories, needs and agencies begin with, and the external ids
   * @param zone the portal's local time, in which {@code created_at} is written
   */
  public PortalImport(Services services, PrintStream out, String prefix, String city, ZoneId zone) {
    this.services = services;
    this.out = out;
    this.prefix = prefix;
    this.city = city;
    this.zone = zone;
  }

  /**
   * What came of the rows.
   *
   * @param refusals how often each answer was given, by its text
   */
  public record Report(int rows, int accepted, Map<String, Integer> refusals) {}

  /** Imports a file; prints its progress. */
  public Report run(Path file) throws IOException, InterruptedException {
    List<Ticket> tickets = Tickets.read(file);
    out.printf("%d tickets read%n", tickets.size());
    PortalDirectory directory = new PortalDirectory(prefix, city, zone.getId(), tickets);
    services.put("routing", "/v1/directory", directory.document()).orFail("import the directory");
    awaitDirectory(directory, tickets);
    return post(directory, tickets);
  }

  private Report post(PortalDirectory directory, List<Ticket> tickets) {
    Map<String, Integer> refusals = new TreeMap<>();
    int accepted = 0;
    for (int from = 0; from < tickets.size(); from += ROWS_A_BATCH) {
      List<Ticket> part = tickets.subList(from, Math.min(from + ROWS_A_BATCH, tickets.size()));
      List<Map<String, Object>> rows =
          part.stream().map(ticket -> questionnaire(directory, ticket)).toList();
      for (JsonNode row : services.postLines("intake", "/v1/requests/batch", rows)) {
        if (row.path("status").asInt() == 201) {
          accepted++;
        } else {
          refusals.merge(
              row.path("status").asText() + " " + row.path("problem").path("errors"),
              1,
              Integer::sum);
        }
      }
      out.printf("%d of %d posted, %d accepted%n", from + part.size(), tickets.size(), accepted);
    }
    return new Report(tickets.size(), accepted, refusals);
  }

  private Map<String, Object> questionnaire(PortalDirectory directory, Ticket ticket) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("channel", "egov");
    row.put("externalId", prefix + "-" + ticket.id());
    row.put(
        "requestedAt", LocalDateTime.parse(ticket.createdAt()).atZone(zone).toInstant().toString());
    row.put("territory", directory.territory(ticket));
    row.put("applicant", Map.of("name", "не указан"));
    row.put("needs", List.of(Map.of("need", directory.need(ticket))));
    row.put("text", ticket.text());
    row.put("consent", true);
    if (!ticket.address().isBlank()) {
      row.put("address", ticket.address());
    }
    return row;
  }

  /** Intake learns the directory from its topic, a moment after routing has it. */
  private void awaitDirectory(PortalDirectory directory, List<Ticket> tickets)
      throws InterruptedException {
    List<String> wanted =
        new ArrayList<>(tickets.stream().map(directory::need).distinct().toList());
    for (int i = 0; i < 300; i++) {
      List<String> known =
          services.list("intake", "/v1/needs").stream().map(n -> n.path("code").asText()).toList();
      if (known.containsAll(wanted)) {
        return;
      }
      Thread.sleep(100);
    }
    throw new IllegalStateException(
        "intake did not learn the imported needs within 30 s; see ./okno logs intake");
  }
}
