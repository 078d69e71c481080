package org.okno.routing.directory;

import static java.util.function.Function.identity;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Everything in the directory, each kind by its code or id and in that order. */
public record DirectoryContent(
    SortedMap<String, Territory> territories,
    SortedMap<String, Term> terms,
    SortedMap<String, Organization> organizations,
    SortedMap<String, Service> services,
    SortedMap<String, DeadlineRule> deadlines) {

  /** A directory with nothing in it. */
  static final DirectoryContent EMPTY =
      new DirectoryContent(
          new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>());

  public DirectoryContent {
    territories = Collections.unmodifiableSortedMap(territories);
    terms = Collections.unmodifiableSortedMap(terms);
    organizations = Collections.unmodifiableSortedMap(organizations);
    services = Collections.unmodifiableSortedMap(services);
    deadlines = Collections.unmodifiableSortedMap(deadlines);
  }

  /** This content with the entries of a document. */
  DirectoryContent with(DirectoryDocument document) {
    return new DirectoryContent(
        merged(territories, document.territories(), Territory::code),
        merged(terms, document.terms(), Term::key),
        merged(organizations, document.organizations(), Organization::id),
        merged(services, document.services(), Service::id),
        merged(deadlines, document.deadlines(), DeadlineRule::id));
  }

  /** This content without what some agencies offer. */
  DirectoryContent withoutServicesOf(Set<String> agencies) {
    SortedMap<String, Service> others = new TreeMap<>(services);
    others.values().removeIf(service -> agencies.contains(service.organizationId()));
    return new DirectoryContent(territories, terms, organizations, others, deadlines);
  }

  /** The entries of a document that are new or different. */
  DirectoryDocument changedBy(DirectoryDocument document) {
    return new DirectoryDocument(
        changed(territories, document.territories(), Territory::code),
        changed(terms, document.terms(), Term::key),
        changed(organizations, document.organizations(), Organization::id),
        changed(services, document.services(), Service::id),
        changed(deadlines, document.deadlines(), DeadlineRule::id));
  }

  boolean isEmpty() {
    return territories.isEmpty() && terms.isEmpty() && organizations.isEmpty();
  }

  /** Whether a term is in the taxonomy. */
  boolean hasTerm(String axis, String code) {
    return terms.containsKey(axis + "/" + code);
  }

  private static <T> SortedMap<String, T> merged(
      SortedMap<String, T> before, List<T> entries, Function<T, String> key) {
    SortedMap<String, T> after = new TreeMap<>(before);
    after.putAll(
        entries.stream().collect(Collectors.toMap(key, identity(), (first, second) -> second)));
    return after;
  }

  private static <T> List<T> changed(
      Map<String, T> before, List<T> entries, Function<T, String> key) {
    return entries.stream().filter(entry -> !entry.equals(before.get(key.apply(entry)))).toList();
  }
}
