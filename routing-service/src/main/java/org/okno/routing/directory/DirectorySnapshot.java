package org.okno.routing.directory;

import static java.util.Objects.requireNonNull;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The directory at one version, indexed for routing. Never changes; threads may share it. Lists
 * come in the order of service ids or territory codes, so that equal inputs have equal decisions.
 */
public final class DirectorySnapshot {
  private final long version;
  private final DirectoryContent content;
  private final Map<String, Map<String, List<Service>>> byNeed = new HashMap<>();
  private final Map<String, List<Service>> byTerritory = new HashMap<>();
  private final Map<String, List<Territory>> children = new HashMap<>();

  DirectorySnapshot(long version, DirectoryContent content) {
    this.version = version;
    this.content = content;
    content.services().values().stream()
        .filter(service -> service.status().equals(Service.ACTIVE))
        .forEach(this::index);
    for (Territory territory : content.territories().values()) {
      if (territory.parent() != null) {
        children.computeIfAbsent(territory.parent(), code -> new ArrayList<>()).add(territory);
      }
    }
  }

  private void index(Service service) {
    Set<String> areas = new LinkedHashSet<>(service.serviceAreas());
    areas.forEach(
        area -> byTerritory.computeIfAbsent(area, code -> new ArrayList<>()).add(service));
    for (String need : new LinkedHashSet<>(service.needs())) {
      Map<String, List<Service>> byArea = byNeed.computeIfAbsent(need, code -> new HashMap<>());
      areas.forEach(area -> byArea.computeIfAbsent(area, code -> new ArrayList<>(1)).add(service));
    }
  }

  /** Counts the changes of the directory; equal versions hold the same. */
  public long version() {
    return version;
  }

  public DirectoryContent content() {
    return content;
  }

  /** The same directory without what some agencies offer. */
  public DirectorySnapshot without(Set<String> agencies) {
    return new DirectorySnapshot(version, content.withoutServicesOf(agencies));
  }

  public Optional<Territory> territory(String code) {
    return Optional.ofNullable(content.territories().get(code));
  }

  public boolean hasNeed(String code) {
    return content.hasTerm(Term.NEED, code);
  }

  /** Whether an axis of the taxonomy has a code. */
  public boolean hasTerm(String axis, String code) {
    return content.hasTerm(axis, code);
  }

  public Optional<Service> service(String id) {
    return Optional.ofNullable(content.services().get(id));
  }

  public Optional<Organization> organization(String id) {
    return Optional.ofNullable(content.organizations().get(id));
  }

  /** The agency of a service that is in this snapshot. */
  public Organization organizationOf(Service service) {
    return requireNonNull(content.organizations().get(service.organizationId()));
  }

  /** The active services that name a need and, themselves, a territory. */
  public List<Service> offers(String need, String territory) {
    return byNeed.getOrDefault(need, Map.of()).getOrDefault(territory, List.of());
  }

  /** The active services that name a need, in the order of the territories they name. */
  public List<Service> offersAnywhere(String need) {
    Map<String, List<Service>> byArea = byNeed.getOrDefault(need, Map.of());
    return new TreeSet<>(byArea.keySet())
        .stream().flatMap(area -> offers(need, area).stream()).distinct().toList();
  }

  /** The active services that name a territory, whatever they are for. */
  public List<Service> servicesIn(String territory) {
    return byTerritory.getOrDefault(territory, List.of());
  }

  /** A territory and those above it, nearest first; none where the code is unknown. */
  public Stream<Territory> outwards(String code) {
    return Stream.iterate(
            territory(code),
            Optional::isPresent,
            here -> here.map(Territory::parent).flatMap(this::territory))
        .flatMap(Optional::stream);
  }

  /** The codes of a territory and of all below it; its own also where it is unknown. */
  public Set<String> within(String code) {
    Set<String> codes = new LinkedHashSet<>(List.of(code));
    Deque<String> above = new ArrayDeque<>(codes);
    while (!above.isEmpty()) {
      for (Territory next : below(above.remove())) {
        if (codes.add(next.code())) {
          above.add(next.code());
        }
      }
    }
    return codes;
  }

  /**
   * How much time an agency has for a need: the most specific rule, and of several that are equally
   * specific the first by id.
   */
  public Optional<DeadlineRule> deadlineRule(String need, String urgency, Set<String> groups) {
    return content.deadlines().values().stream()
        .filter(rule -> rule.appliesTo(need, urgency, groups))
        // The first of equals: ids come in their order.
        .reduce((best, rule) -> rule.specificity() > best.specificity() ? rule : best);
  }

  /** The territories directly below one. */
  public List<Territory> below(String code) {
    return children.getOrDefault(code, List.of());
  }
}
