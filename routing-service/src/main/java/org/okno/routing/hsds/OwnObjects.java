package org.okno.routing.hsds;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.okno.routing.directory.DirectoryContent;
import org.okno.routing.directory.Term;

/**
 * Okno's directory as objects of HSDS: whatever did not come in that form. What did has a UUID for
 * an id, and is stored as it came.
 */
final class OwnObjects {
  private final Map<HsdsKey, OwnObject> objects = new HashMap<>();

  OwnObjects(DirectoryContent content) {
    Stream<OwnObject> agencies =
        content.organizations().values().stream()
            .filter(one -> !isFromHsds(one.id()))
            .map(OwnObject.Agency::new);
    Stream<OwnObject> offers =
        content.services().values().stream()
            .filter(one -> !isFromHsds(one.id()) && !isFromHsds(one.organizationId()))
            .map(OwnObject.Offer::new);
    Stream<OwnObject> codes = content.terms().values().stream().map(OwnObject.Code::new);
    Stream<OwnObject> axes =
        content.terms().values().stream().map(Term::axis).distinct().map(OwnObject.Axis::new);
    Stream.of(agencies, offers, codes, axes)
        .flatMap(each -> each)
        .forEach(one -> objects.put(one.key(), one));
  }

  private static boolean isFromHsds(String id) {
    try {
      return UUID.fromString(id).toString().equals(id);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  Optional<OwnObject> find(HsdsKey key) {
    return Optional.ofNullable(objects.get(key));
  }

  /** The keys of a kind for which a condition holds, in the order of their ids. */
  List<HsdsKey> keys(HsdsKind kind, Predicate<OwnObject> condition) {
    Map<UUID, HsdsKey> sorted = new TreeMap<>();
    objects.values().stream()
        .filter(one -> one.key().kind() == kind)
        .filter(condition)
        .forEach(one -> sorted.put(one.key().id(), one.key()));
    return List.copyOf(sorted.values());
  }

  /** Some objects, the services of those that are organizations, and whatever these name. */
  Map<HsdsKey, ObjectNode> closure(Collection<HsdsKey> keys) {
    Map<HsdsKey, ObjectNode> all = new HashMap<>();
    Set<HsdsKey> next = new HashSet<>(keys);
    Set<UUID> ids = new HashSet<>(keys.stream().map(HsdsKey::id).toList());
    next.addAll(keys(HsdsKind.SERVICE, one -> ids.contains(one.organization())));
    while (!next.isEmpty()) {
      next.forEach(key -> find(key).ifPresent(one -> all.put(key, one.object())));
      next = new HashSet<>(ObjectChecks.nested(all));
      next.removeAll(all.keySet());
      next.retainAll(objects.keySet());
    }
    return all;
  }
}
