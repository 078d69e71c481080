package org.okno.local.importer;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The directory derived from a portal's requests: its districts as territories, its reasons as
 * needs, and for each reason in each district the agency that answered most often. Where none
 * answered there is no service, and Okno holds the need for a dispatcher.
 */
final class PortalDirectory {
  private static final int RESPOND_WITHIN_HOURS = 240;

  private final Map<String, String> districtCodes = new TreeMap<>();
  private final Map<String, String> needNames = new TreeMap<>();
  private final Map<String, String> agencyIds = new LinkedHashMap<>();
  private final List<Ticket> tickets;
  private final String prefix;
  private final String city;
  private final String zone;

  /** The body of {@code PUT /v1/directory}. */
  record Document(
      List<Territory> territories,
      List<Term> terms,
      List<Organization> organizations,
      List<Service> services) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Territory(String code, String name, String level, @Nullable String parent, String zone) {}

  record Term(String axis, String code, String nameRu, String nameEn) {}

  record Organization(String id, String name) {}

  record Service(
      String id,
      String organizationId,
      String name,
      String status,
      int respondWithinHours,
      List<String> needs,
      List<String> serviceAreas) {}

  /** A need in a territory. */
  private record NeedArea(String need, String territory) {}

  PortalDirectory(String prefix, String city, String zone, List<Ticket> tickets) {
    this.prefix = prefix;
    this.city = city;
    this.zone = zone;
    this.tickets = tickets;
    tickets.stream()
        .map(Ticket::district)
        .distinct()
        .sorted()
        .forEach(d -> districtCodes.put(d, "%s-d%02d".formatted(prefix, districtCodes.size() + 1)));
    tickets.forEach(ticket -> needNames.put(need(ticket), ticket.reason()));
    tickets.stream()
        .map(Ticket::agency)
        .filter(a -> !a.isEmpty())
        .distinct()
        .forEach(a -> agencyIds.put(a, "%s-a%03d".formatted(prefix, agencyIds.size() + 1)));
  }

  String need(Ticket ticket) {
    return prefix + "-" + ticket.reasonId();
  }

  String territory(Ticket ticket) {
    return districtCodes.getOrDefault(ticket.district(), prefix);
  }

  Document document() {
    return new Document(territories(), terms(), organizations(), services());
  }

  private List<Territory> territories() {
    Stream<Territory> districts =
        districtCodes.entrySet().stream()
            .map(d -> new Territory(d.getValue(), d.getKey(), "district", prefix, zone));
    return Stream.concat(Stream.of(new Territory(prefix, city, "region", null, zone)), districts)
        .toList();
  }

  private List<Term> terms() {
    return needNames.entrySet().stream()
        .map(n -> new Term("need", n.getKey(), n.getValue(), n.getValue()))
        .toList();
  }

  private List<Organization> organizations() {
    return agencyIds.entrySet().stream()
        .map(a -> new Organization(a.getValue(), a.getKey()))
        .toList();
  }

  /** One service per agency and need, with the districts where that agency answers most. */
  private List<Service> services() {
    Map<NeedArea, Map<String, Long>> answers =
        tickets.stream()
            .filter(t -> !t.agency().isEmpty())
            .collect(
                Collectors.groupingBy(
                    t -> new NeedArea(need(t), territory(t)),
                    Collectors.groupingBy(Ticket::agency, TreeMap::new, Collectors.counting())));
    Map<String, Service> services = new TreeMap<>();
    answers.forEach(
        (area, counts) -> {
          Service one = service(mostOften(counts), area);
          services.merge(one.id(), one, PortalDirectory::withAreasOf);
        });
    return List.copyOf(services.values());
  }

  private Service service(String agency, NeedArea area) {
    String id = agencyIds.getOrDefault(agency, agency);
    return new Service(
        id + "-" + area.need(),
        id,
        area.need(),
        "active",
        RESPOND_WITHIN_HOURS,
        List.of(area.need()),
        List.of(area.territory()));
  }

  private static String mostOften(Map<String, Long> counts) {
    return counts.entrySet().stream().max(Entry.comparingByValue()).orElseThrow().getKey();
  }

  private static Service withAreasOf(Service one, Service other) {
    List<String> areas = new ArrayList<>(one.serviceAreas());
    areas.addAll(other.serviceAreas());
    return new Service(
        one.id(),
        one.organizationId(),
        one.name(),
        one.status(),
        one.respondWithinHours(),
        one.needs(),
        areas);
  }
}
