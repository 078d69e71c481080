package org.okno.routing.hsds;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.okno.contracts.Codes;
import org.okno.routing.directory.Oktmo;
import org.okno.routing.hsds.Finding.Kind;

/** What whole objects lack, and whatever they name that is not there. */
final class ObjectChecks {
  private static final String OKTMO = "oktmo";

  private final MergedObjects merged;
  private final Set<HsdsKey> stored;

  /**
   * @param stored those of the {@link #named} keys that are stored
   */
  ObjectChecks(MergedObjects merged, Set<HsdsKey> stored) {
    this.merged = merged;
    this.stored = Set.copyOf(stored);
  }

  /** Every key that an object names, by whichever member. */
  static Set<HsdsKey> named(Map<HsdsKey, ObjectNode> objects) {
    return named(objects, reference -> true);
  }

  /** Every key of an object that is shown within another. */
  static Set<HsdsKey> nested(Map<HsdsKey, ObjectNode> objects) {
    return named(objects, Reference::isNested);
  }

  private static Set<HsdsKey> named(Map<HsdsKey, ObjectNode> objects, Predicate<Reference> wanted) {
    Set<HsdsKey> named = new HashSet<>();
    objects.forEach(
        (key, object) -> {
          Reference.from(key.kind())
              .filter(wanted)
              .filter(reference -> isId(object.path(reference.member())))
              .map(one -> HsdsKey.of(one.to(), object.path(one.member()).asText()))
              .forEach(named::add);
          object.findValues(Nesting.TERM_ID).stream()
              .filter(ObjectChecks::isId)
              .map(id -> HsdsKey.of(HsdsKind.TAXONOMY_TERM, id.asText()))
              .forEach(named::add);
        });
    return named;
  }

  /** Every finding, in the order of the document. */
  List<Finding> findings() {
    return merged.after().keySet().stream()
        .flatMap(
            key ->
                Stream.of(gaps(key), dangling(key), danglingTerms(key), areas(key))
                    .flatMap(findings -> findings))
        .toList();
  }

  private Stream<Finding> gaps(HsdsKey key) {
    return key.kind().required().stream()
        .filter(member -> object(key).path(member).asText().isBlank())
        .map(member -> Finding.error(Kind.GAP, at(key, member), "is missing"));
  }

  private Stream<Finding> dangling(HsdsKey key) {
    return Reference.from(key.kind())
        .filter(reference -> isDangling(object(key).path(reference.member()), reference.to()))
        .map(
            reference ->
                Finding.of(
                    reference.severity(),
                    Kind.DANGLING,
                    at(key, reference.member()),
                    "there is no %s with this id".formatted(Codes.of(reference.to()))));
  }

  private Stream<Finding> danglingTerms(HsdsKey key) {
    return object(key).findValues(Nesting.TERM_ID).stream()
        .filter(id -> isDangling(id, HsdsKind.TAXONOMY_TERM))
        .map(
            id ->
                Finding.error(
                    Kind.DANGLING,
                    at(key, "attributes"),
                    "an attribute names a taxonomy-term that is not there"));
  }

  /** A service area that claims to be a territory by its OKTMO code has to have one. */
  private Stream<Finding> areas(HsdsKey key) {
    JsonNode areas = object(key).path("service_areas");
    return IntStream.range(0, areas.size())
        .filter(i -> areas.path(i).path("extent_type").asText().equalsIgnoreCase(OKTMO))
        .filter(i -> !Oktmo.isValid(areas.path(i).path("extent").asText()))
        .mapToObj(
            i ->
                Finding.error(
                    Kind.INVALID, at(key, "service_areas/" + i + "/extent"), Oktmo.EXPECTED));
  }

  private boolean isDangling(JsonNode id, HsdsKind kind) {
    if (!id.isTextual()) {
      return false;
    }
    if (!isId(id)) {
      return true;
    }
    HsdsKey key = HsdsKey.of(kind, id.asText());
    return !merged.after().containsKey(key) && !stored.contains(key);
  }

  private static boolean isId(JsonNode id) {
    try {
      return id.isTextual() && UUID.fromString(id.asText()).version() >= 0;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private ObjectNode object(HsdsKey key) {
    return requireNonNull(merged.after().get(key));
  }

  private String at(HsdsKey key, String member) {
    return merged.pointers().get(key) + "/" + member;
  }
}
