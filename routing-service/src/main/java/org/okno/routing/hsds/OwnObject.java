package org.okno.routing.hsds;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.okno.routing.directory.Organization;
import org.okno.routing.directory.Service;
import org.okno.routing.directory.Term;

/**
 * An entry of Okno's directory as an object of HSDS, naming others by their ids. Ids follow from
 * the codes of Okno: they are the same on every instance and after every restart.
 */
sealed interface OwnObject {
  HsdsKey key();

  /** What a search looks through. */
  String name();

  ObjectNode object();

  /** Of a service; null of others. */
  default @Nullable UUID organization() {
    return null;
  }

  /** Terms of a service. */
  default Set<UUID> terms() {
    return Set.of();
  }

  /** The taxonomy of a term, or those of the terms of a service. */
  default Set<UUID> taxonomies() {
    return Set.of();
  }

  /** An agency. */
  record Agency(Organization organizationOf) implements OwnObject {
    @Override
    public HsdsKey key() {
      return new HsdsKey(HsdsKind.ORGANIZATION, id("agency", organizationOf.id()));
    }

    @Override
    public String name() {
      return organizationOf.name();
    }

    @Override
    public ObjectNode object() {
      ObjectNode object = named(key(), name());
      String description = organizationOf.description();
      object.put("description", description == null ? name() : description);
      if (organizationOf.website() != null) {
        object.put("website", organizationOf.website());
      }
      object
          .withArray("organization_identifiers")
          .addObject()
          .put("id", id("identifier", organizationOf.id()).toString())
          .put("identifier_scheme", "okno")
          .put("identifier_type", "okno")
          .put("identifier", organizationOf.id());
      return object;
    }
  }

  /** What an agency offers. */
  record Offer(Service service) implements OwnObject {
    @Override
    public HsdsKey key() {
      return new HsdsKey(HsdsKind.SERVICE, id("service", service.id()));
    }

    @Override
    public String name() {
      return service.name();
    }

    @Override
    public UUID organization() {
      return id("agency", service.organizationId());
    }

    @Override
    public Set<UUID> terms() {
      return codes().map(code -> id("term", code)).collect(Collectors.toSet());
    }

    @Override
    public Set<UUID> taxonomies() {
      return codes().map(code -> id("axis", axis(code))).collect(Collectors.toSet());
    }

    private Stream<String> codes() {
      return Stream.concat(
          service.needs().stream().map(code -> Term.NEED + "/" + code),
          service.targetGroups().stream().map(code -> Term.TARGET_GROUP + "/" + code));
    }

    private static String axis(String code) {
      return code.substring(0, code.indexOf('/'));
    }

    @Override
    public ObjectNode object() {
      ObjectNode object = named(key(), name()).put("status", service.status());
      object.put("organization_id", organization().toString());
      for (String area : service.serviceAreas()) {
        object
            .withArray("service_areas")
            .addObject()
            .put("id", id("area", service.id() + "/" + area).toString())
            .put("extent", area)
            .put("extent_type", "okno");
      }
      codes()
          .forEach(
              code ->
                  object
                      .withArray("attributes")
                      .addObject()
                      .put("id", id("attribute", service.id() + "/" + code).toString())
                      .put(Nesting.TERM_ID, id("term", code).toString()));
      return object;
    }
  }

  /** A code of the taxonomy. */
  record Code(Term term) implements OwnObject {
    @Override
    public HsdsKey key() {
      return new HsdsKey(HsdsKind.TAXONOMY_TERM, id("term", term.key()));
    }

    @Override
    public String name() {
      return term.nameRu();
    }

    @Override
    public Set<UUID> taxonomies() {
      return Set.of(id("axis", term.axis()));
    }

    @Override
    public ObjectNode object() {
      return named(key(), name())
          .put("code", term.code())
          .put("description", term.nameEn())
          .put("taxonomy", term.axis())
          .put("taxonomy_id", id("axis", term.axis()).toString())
          .put("language", "ru");
    }
  }

  /** An axis of the taxonomy. */
  record Axis(String name) implements OwnObject {
    @Override
    public HsdsKey key() {
      return new HsdsKey(HsdsKind.TAXONOMY, id("axis", name));
    }

    @Override
    public ObjectNode object() {
      return named(key(), name).put("description", "Codes of Okno on the axis " + name);
    }
  }

  private static ObjectNode named(HsdsKey key, String name) {
    return HsdsJson.object().put("id", key.id().toString()).put("name", name);
  }

  private static UUID id(String kind, String code) {
    return UUID.nameUUIDFromBytes("urn:okno:%s:%s".formatted(kind, code).getBytes(UTF_8));
  }
}
