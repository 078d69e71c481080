package org.okno.routing.hsds;

import static org.okno.routing.hsds.HsdsKind.LOCATION;
import static org.okno.routing.hsds.HsdsKind.ORGANIZATION;
import static org.okno.routing.hsds.HsdsKind.SERVICE;
import static org.okno.routing.hsds.HsdsKind.SERVICE_AT_LOCATION;
import static org.okno.routing.hsds.HsdsKind.TAXONOMY;
import static org.okno.routing.hsds.HsdsKind.TAXONOMY_TERM;

import java.util.Arrays;
import java.util.Optional;

/** Where the JSON form of HSDS has an object within another, and its tables have an id. */
enum Nesting {
  ORGANIZATION_OF_SERVICE(SERVICE, "organization", ORGANIZATION, "organization_id", false),
  LOCATION_OF_SERVICE(SERVICE_AT_LOCATION, "location", LOCATION, "location_id", false),
  SERVICE_AT_A_LOCATION(SERVICE_AT_LOCATION, "service", SERVICE, "service_id", false),
  TAXONOMY_OF_TERM(TAXONOMY_TERM, "taxonomy_detail", TAXONOMY, "taxonomy_id", false),
  LOCATIONS_OF_ORGANIZATION(ORGANIZATION, "locations", LOCATION, "organization_id", true),
  SERVICES_OF_ORGANIZATION(ORGANIZATION, "services", SERVICE, "organization_id", true),
  LOCATIONS_OF_SERVICE(SERVICE, "service_at_locations", SERVICE_AT_LOCATION, "service_id", true);

  /** The same of an attribute, which any object may have. */
  static final String TERM = "taxonomy_term";

  static final String TERM_ID = "taxonomy_term_id";

  private final HsdsKind outer;
  private final String member;
  private final HsdsKind inner;
  private final String reference;
  private final boolean many;

  Nesting(HsdsKind outer, String member, HsdsKind inner, String reference, boolean many) {
    this.outer = outer;
    this.member = member;
    this.inner = inner;
    this.reference = reference;
    this.many = many;
  }

  static Optional<Nesting> of(HsdsKind outer, String member) {
    return Arrays.stream(values())
        .filter(one -> one.outer == outer && one.member.equals(member))
        .findFirst();
  }

  String member() {
    return member;
  }

  HsdsKind inner() {
    return inner;
  }

  /** The member with the id: of the outer object where it has one inner, else of the inner. */
  String reference() {
    return reference;
  }

  /** Whether the outer object has a list of them. */
  boolean isMany() {
    return many;
  }
}
