package org.okno.routing.hsds;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.okno.routing.directory.DirectoryDocument;
import org.okno.routing.directory.DirectorySnapshot;
import org.okno.routing.directory.Oktmo;
import org.okno.routing.directory.Organization;
import org.okno.routing.directory.Service;
import org.okno.routing.directory.Term;
import org.okno.routing.directory.Territory;
import org.okno.routing.hsds.Finding.Kind;

/**
 * What routing learns of services of HSDS: those whose taxonomy terms name needs of Okno, in the
 * territories that their service areas name. What routing once learnt, it keeps up with.
 */
final class OfferMapping {
  private static final String DEFUNCT = "defunct";
  private static final String INACTIVE = "inactive";
  private static final int MAX_TEXT = 2_000;

  private final DirectorySnapshot directory;
  private final Map<HsdsKey, ObjectNode> objects;
  private final Map<HsdsKey, String> pointers;
  private final int respondWithinHours;
  private final LocalDate today;
  private final Map<String, Organization> organizations = new LinkedHashMap<>();
  private final List<Service> services = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();

  /**
   * @param objects every object that a mapped one names
   * @param pointers of those to map
   */
  OfferMapping(
      DirectorySnapshot directory,
      Map<HsdsKey, ObjectNode> objects,
      Map<HsdsKey, String> pointers,
      int respondWithinHours,
      LocalDate today) {
    this.directory = directory;
    this.objects = objects;
    this.pointers = pointers;
    this.respondWithinHours = respondWithinHours;
    this.today = today;
  }

  /** Entries for routing's directory, and what keeps services from being among them. */
  record Mapped(DirectoryDocument document, List<Finding> findings) {}

  /**
   * Maps what a document gives.
   *
   * @param removed services that are no more
   */
  Mapped map(Set<HsdsKey> removed) {
    pointers.keySet().stream()
        .filter(key -> key.kind() == HsdsKind.ORGANIZATION)
        .filter(key -> directory.organization(key.id().toString()).isPresent())
        .forEach(this::organization);
    pointers.keySet().stream()
        .filter(key -> key.kind() == HsdsKind.SERVICE)
        .sorted(Comparator.comparing(HsdsKey::id))
        .forEach(this::service);
    removed.stream()
        .flatMap(key -> offered(key).stream())
        .map(OfferMapping::ended)
        .forEach(services::add);
    return new Mapped(
        new DirectoryDocument(
            List.of(), List.of(), List.copyOf(organizations.values()), services, List.of()),
        findings);
  }

  private void service(HsdsKey key) {
    ObjectNode service = object(key);
    List<String> needs = needs(service);
    List<String> areas = areas(service);
    boolean isWanted = !needs.isEmpty() && !areas.isEmpty();
    if (!isWanted) {
      gap(key, service, needs.isEmpty() ? "attributes" : "service_areas");
    }
    Optional<Service> before = offered(key);
    if (isWanted || before.isPresent()) {
      UUID organization = UUID.fromString(service.path("organization_id").asText());
      organization(new HsdsKey(HsdsKind.ORGANIZATION, organization));
      services.add(
          new Service(
              key.id().toString(),
              organization.toString(),
              shortened(service.path("name").asText()),
              isWanted ? status(key, service) : INACTIVE,
              before.map(Service::respondWithinHours).orElse(respondWithinHours),
              needs,
              areas,
              codes(service, Term.TARGET_GROUP)));
    }
  }

  private void gap(HsdsKey key, ObjectNode service, String member) {
    if (service.path("status").asText().equals("active")) {
      findings.add(
          Finding.warning(
              Kind.GAP,
              pointers.get(key) + "/" + member,
              member.equals("attributes")
                  ? "no taxonomy term has the code of a need of Okno: nothing is routed to the service"
                  : "no service area names a territory of Okno: nothing is routed to the service"));
    }
  }

  private void organization(HsdsKey key) {
    ObjectNode organization = object(key);
    String website = organization.path("website").asText("");
    organizations.put(
        key.id().toString(),
        new Organization(
            key.id().toString(),
            shortened(organization.path("name").asText()),
            shortened(organization.path("description").asText()),
            isWebsite(website) ? website : null,
            directory
                .organization(key.id().toString())
                .map(Organization::openingHours)
                .orElse(List.of())));
  }

  private ObjectNode object(HsdsKey key) {
    return requireNonNull(objects.get(key));
  }

  private Optional<Service> offered(HsdsKey key) {
    return directory.service(key.id().toString());
  }

  private static Service ended(Service service) {
    return new Service(
        service.id(),
        service.organizationId(),
        service.name(),
        DEFUNCT,
        service.respondWithinHours(),
        service.needs(),
        service.serviceAreas(),
        service.targetGroups());
  }

  /** Its status, unless each of its schedules has ended. */
  private String status(HsdsKey key, ObjectNode service) {
    JsonNode schedules = service.path("schedules");
    boolean isOver = !schedules.isEmpty() && schedules.valueStream().allMatch(this::isOver);
    if (isOver) {
      findings.add(
          Finding.warning(
              Kind.GAP,
              pointers.get(key) + "/schedules",
              "every schedule has ended: nothing is routed to the service"));
    }
    return isOver ? INACTIVE : service.path("status").asText();
  }

  private boolean isOver(JsonNode schedule) {
    try {
      String end = schedule.path("valid_to").asText("");
      return !end.isEmpty() && LocalDate.parse(end).isBefore(today);
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  private List<String> needs(ObjectNode service) {
    return codes(service, Term.NEED);
  }

  /** Codes of an axis among the terms of the service's attributes. */
  private List<String> codes(ObjectNode service, String axis) {
    return service
        .path("attributes")
        .valueStream()
        .map(attribute -> attribute.path(Nesting.TERM_ID).asText(""))
        .filter(id -> !id.isEmpty())
        .map(id -> object(HsdsKey.of(HsdsKind.TAXONOMY_TERM, id)))
        .map(term -> term.path("code").asText(""))
        .filter(code -> directory.hasTerm(axis, code))
        .distinct()
        .toList();
  }

  private List<String> areas(ObjectNode service) {
    Set<String> codes = new TreeSet<>();
    service
        .path("service_areas")
        .forEach(area -> territory(area).map(Territory::code).ifPresent(codes::add));
    return List.copyOf(codes);
  }

  /** The territory whose code is the extent, perhaps with the check digit of OKTMO. */
  private Optional<Territory> territory(JsonNode area) {
    String extent = area.path("extent").asText("");
    return directory
        .territory(extent)
        .or(
            () ->
                Oktmo.isValid(extent) ? directory.territory(Oktmo.code(extent)) : Optional.empty());
  }

  private static boolean isWebsite(String address) {
    return address.length() <= MAX_TEXT && address.matches("https?://[^\\s/?#]+\\S*");
  }

  private static String shortened(String text) {
    return text.length() <= MAX_TEXT
        ? text
        : text.substring(0, text.offsetByCodePoints(0, MAX_TEXT / 2));
  }
}
