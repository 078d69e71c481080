package org.okno.routing.hsds;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.okno.routing.directory.CurrentDirectory;

/** Reads objects with whatever is nested in them: a few statements for any number. */
@Singleton
class ReadHsds {
  private final HsdsRepository repository;
  private final CurrentDirectory directory;

  ReadHsds(HsdsRepository repository, CurrentDirectory directory) {
    this.repository = repository;
    this.directory = directory;
  }

  /** An object with everything that belongs to it. */
  Optional<ObjectNode> one(HsdsKey key) {
    Map<HsdsKey, ObjectNode> found = repository.find(List.of(key));
    Map<HsdsKey, ObjectNode> all = found.isEmpty() ? own().closure(List.of(key)) : closure(found);
    return all.containsKey(key) ? Optional.of(new NestedObjects(all).whole(key)) : Optional.empty();
  }

  /**
   * A page of objects: those that came in the form of HSDS, then Okno's own.
   *
   * @param full whether with everything that belongs to each, or with what it has one of
   */
  HsdsPage page(HsdsQuery query, HsdsPaging paging, boolean full) {
    long stored = repository.count(query);
    Map<HsdsKey, ObjectNode> rows = repository.page(query, paging.offset(), paging.size());
    OwnObjects own = own();
    List<HsdsKey> ownKeys = own.keys(query.kind(), query.own());
    List<HsdsKey> ownRows =
        ownKeys.stream()
            .skip(Math.max(0, paging.offset() - stored))
            .limit(paging.size() - rows.size())
            .toList();
    Map<HsdsKey, ObjectNode> all = full ? closure(rows) : withNamed(rows);
    all.putAll(own.closure(ownRows));
    NestedObjects objects = new NestedObjects(all);
    return HsdsPage.of(
        Stream.concat(rows.keySet().stream(), ownRows.stream())
            .map(full ? objects::whole : objects::listed)
            .toList(),
        stored + ownKeys.size(),
        paging);
  }

  private OwnObjects own() {
    return new OwnObjects(directory.fresh().content());
  }

  /** The objects, those that belong to them, and those that any of these names. */
  private Map<HsdsKey, ObjectNode> closure(Map<HsdsKey, ObjectNode> rows) {
    Map<HsdsKey, ObjectNode> all = withNamed(rows);
    all.putAll(
        repository.naming(
            HsdsKind.SERVICE_AT_LOCATION, "service_id", ids(HsdsKind.SERVICE, rows.keySet())));
    all.putAll(
        repository.naming(
            HsdsKind.SERVICE, "organization_id", ids(HsdsKind.ORGANIZATION, rows.keySet())));
    all.putAll(
        repository.naming(
            HsdsKind.LOCATION, "organization_id", ids(HsdsKind.ORGANIZATION, all.keySet())));
    return withNamed(all);
  }

  /** With what they name, until nothing more is: a service, its organization, a term. */
  private Map<HsdsKey, ObjectNode> withNamed(Map<HsdsKey, ObjectNode> rows) {
    Map<HsdsKey, ObjectNode> all = new HashMap<>(rows);
    Map<HsdsKey, ObjectNode> last = rows;
    while (!last.isEmpty()) {
      Set<HsdsKey> missing = new HashSet<>(ObjectChecks.nested(last));
      missing.removeAll(all.keySet());
      last = repository.find(missing);
      all.putAll(last);
    }
    return all;
  }

  private static Set<UUID> ids(HsdsKind kind, Collection<HsdsKey> keys) {
    Set<UUID> ids = new LinkedHashSet<>();
    keys.stream().filter(key -> key.kind() == kind).map(HsdsKey::id).forEach(ids::add);
    return ids;
  }
}
