package org.okno.local.importer;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.okno.engines.Await;
import org.okno.local.client.Caller;
import org.okno.local.client.Services;

/**
 * Imports a city portal's export: {@code tickets.csv[.xz]} with the columns {@code ticket_id,
 * created_at, text, reason_id, reason, district, address, answer_org}. Running it again adds
 * nothing: the external id is that of the ticket.
 */
public final class PortalImport {
  private static final String CHANNEL = "egov";
  private static final int BATCH_SIZE = 1000;
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final Services administrator;
  private final Services adapter;
  private final PrintStream out;
  private final String prefix;
  private final String city;
  private final ZoneId zone;

  /**
   * @param prefix prefix of the codes of territories, needs and agencies, and of the external ids
   * @param zone the portal's time zone, that of {@code created_at}
   */
  public PortalImport(Services services, PrintStream out, String prefix, String city, ZoneId zone) {
    this.administrator = services.as(Caller.ADMINISTRATOR);
    this.adapter = services.as(Caller.channel(CHANNEL));
    this.out = out;
    this.prefix = prefix;
    this.city = city;
    this.zone = zone;
  }

  /**
   * The outcome of the rows.
   *
   * @param rejections how often there was each kind of response
   */
  public record Report(int rows, int accepted, Map<String, Integer> rejections) {}

  /** Imports a file and prints the progress. */
  public Report run(Path file) throws IOException {
    List<Ticket> tickets = Tickets.read(file);
    out.printf("%d tickets read%n", tickets.size());
    PortalDirectory directory = new PortalDirectory(prefix, city, zone.getId(), tickets);
    administrator
        .put("routing", "/v1/directory", directory.document())
        .orFail("import the directory");
    awaitDirectory(directory, tickets);
    return post(directory, tickets);
  }

  private Report post(PortalDirectory directory, List<Ticket> tickets) {
    Map<String, Integer> rejections = new TreeMap<>();
    int accepted = 0;
    for (int from = 0; from < tickets.size(); from += BATCH_SIZE) {
      List<Ticket> part = tickets.subList(from, Math.min(from + BATCH_SIZE, tickets.size()));
      List<Map<String, Object>> rows =
          part.stream().map(ticket -> questionnaire(directory, ticket)).toList();
      for (JsonNode row : adapter.postLines("intake", "/v1/requests/batch", rows)) {
        if (row.path("status").asInt() == 201) {
          accepted++;
        } else {
          rejections.merge(
              row.path("status").asText() + " " + row.path("problem").path("errors"),
              1,
              Integer::sum);
        }
      }
      out.printf("%d of %d posted, %d accepted%n", from + part.size(), tickets.size(), accepted);
    }
    return new Report(tickets.size(), accepted, rejections);
  }

  private Map<String, Object> questionnaire(PortalDirectory directory, Ticket ticket) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("channel", CHANNEL);
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

  /** Intake reads the directory from its topic, with a delay. */
  private void awaitDirectory(PortalDirectory directory, List<Ticket> tickets) {
    Set<String> imported = tickets.stream().map(directory::need).collect(Collectors.toSet());
    if (!Await.until(TIMEOUT, () -> needs().containsAll(imported))) {
      throw new IllegalStateException(
          "intake does not have the imported needs after 30 s; see ./okno logs intake");
    }
  }

  private Set<String> needs() {
    return adapter.list("intake", "/v1/needs").stream()
        .map(need -> need.path("code").asText())
        .collect(Collectors.toSet());
  }
}
