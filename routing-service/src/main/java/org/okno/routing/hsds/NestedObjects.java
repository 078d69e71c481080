package org.okno.routing.hsds;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Puts objects together as the JSON form of HSDS has them: whatever one names by its id is nested
 * in it. The reverse of {@link ObjectSplitter}.
 *
 * @param objects every object that those name which are put together
 */
record NestedObjects(Map<HsdsKey, ObjectNode> objects) {

  /** An object with everything that belongs to it. */
  ObjectNode whole(HsdsKey key) {
    return switch (key.kind()) {
      case SERVICE -> service(key);
      case ORGANIZATION -> organizationWithServices(key);
      case SERVICE_AT_LOCATION -> serviceAtLocation(key);
      case LOCATION, TAXONOMY, TAXONOMY_TERM -> one(key);
    };
  }

  /** An object as lists show it: with what it has one of. */
  ObjectNode listed(HsdsKey key) {
    ObjectNode object = one(key);
    switch (key.kind()) {
      case SERVICE -> nest(object, Nesting.ORGANIZATION_OF_SERVICE, this::listed);
      case SERVICE_AT_LOCATION -> {
        nest(object, Nesting.LOCATION_OF_SERVICE, this::place);
        nest(object, Nesting.SERVICE_AT_A_LOCATION, this::listed);
      }
      case ORGANIZATION, LOCATION, TAXONOMY, TAXONOMY_TERM -> {}
    }
    return withoutLists(object);
  }

  private ObjectNode service(HsdsKey key) {
    ObjectNode service = serviceAlone(key);
    list(service, Nesting.LOCATIONS_OF_SERVICE, key, this::atLocation);
    return service;
  }

  private ObjectNode serviceAlone(HsdsKey key) {
    ObjectNode service = one(key);
    nest(service, Nesting.ORGANIZATION_OF_SERVICE, this::organization);
    return service;
  }

  private ObjectNode atLocation(HsdsKey key) {
    ObjectNode object = one(key);
    nest(object, Nesting.LOCATION_OF_SERVICE, this::place);
    return object;
  }

  /** A location where whose it is stands beside it. */
  private ObjectNode place(HsdsKey key) {
    ObjectNode location = one(key);
    location.remove(Nesting.LOCATIONS_OF_ORGANIZATION.reference());
    return location;
  }

  private ObjectNode serviceAtLocation(HsdsKey key) {
    ObjectNode object = atLocation(key);
    nest(object, Nesting.SERVICE_AT_A_LOCATION, this::serviceAlone);
    return object;
  }

  private ObjectNode organization(HsdsKey key) {
    ObjectNode organization = one(key);
    list(organization, Nesting.LOCATIONS_OF_ORGANIZATION, key, this::one);
    return organization;
  }

  private ObjectNode organizationWithServices(HsdsKey key) {
    ObjectNode organization = organization(key);
    list(organization, Nesting.SERVICES_OF_ORGANIZATION, key, this::named);
    return organization;
  }

  /** A service by its name only: its own address has the rest. */
  private ObjectNode named(HsdsKey key) {
    ObjectNode service = one(key);
    service.retain("id", "name", "status");
    return service;
  }

  /** The object itself, with the terms of its attributes. */
  private ObjectNode one(HsdsKey key) {
    ObjectNode object = requireNonNull(objects.get(key)).deepCopy();
    if (key.kind() == HsdsKind.TAXONOMY_TERM) {
      nest(object, Nesting.TAXONOMY_OF_TERM, this::one);
    }
    nestTerms(object);
    return object;
  }

  private void nestTerms(JsonNode node) {
    node.forEach(this::nestTerms);
    if (node instanceof ObjectNode object && object.has(Nesting.TERM_ID)) {
      HsdsKey term = HsdsKey.of(HsdsKind.TAXONOMY_TERM, object.remove(Nesting.TERM_ID).asText());
      object.set(Nesting.TERM, one(term));
    }
  }

  /** Nests an object in the one that names it; an id that nothing has stays as it is. */
  private void nest(ObjectNode object, Nesting nesting, Form form) {
    JsonNode id = object.path(nesting.reference());
    if (id.isTextual()) {
      HsdsKey inner = HsdsKey.of(nesting.inner(), id.asText());
      if (objects.containsKey(inner)) {
        object.remove(nesting.reference());
        object.set(nesting.member(), form.of(inner));
      }
    }
  }

  private void list(ObjectNode object, Nesting nesting, HsdsKey outer, Form form) {
    ArrayNode inner = object.arrayNode();
    named(nesting, outer)
        .map(form::of)
        .forEach(
            one -> {
              one.remove(nesting.reference());
              inner.add(one);
            });
    if (!inner.isEmpty()) {
      object.set(nesting.member(), inner);
    }
  }

  /** The inner objects that name an outer one, in the order of their ids. */
  private Stream<HsdsKey> named(Nesting nesting, HsdsKey outer) {
    return objects.entrySet().stream()
        .filter(one -> one.getKey().kind() == nesting.inner())
        .filter(
            one -> one.getValue().path(nesting.reference()).asText().equals(outer.id().toString()))
        .map(Map.Entry::getKey)
        .sorted(Comparator.comparing(HsdsKey::id));
  }

  private static ObjectNode withoutLists(ObjectNode object) {
    ObjectNode flat = HsdsJson.object();
    object.properties().stream()
        .filter(member -> !member.getValue().isArray())
        .forEach(
            member ->
                flat.set(
                    member.getKey(),
                    member.getValue() instanceof ObjectNode inner
                        ? withoutLists(inner)
                        : member.getValue()));
    return flat;
  }

  /** How an object is shown within another. */
  @FunctionalInterface
  private interface Form {
    ObjectNode of(HsdsKey key);
  }
}
