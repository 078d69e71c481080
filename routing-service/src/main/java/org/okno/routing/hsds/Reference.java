package org.okno.routing.hsds;

import static org.okno.routing.hsds.HsdsKind.LOCATION;
import static org.okno.routing.hsds.HsdsKind.ORGANIZATION;
import static org.okno.routing.hsds.HsdsKind.SERVICE;
import static org.okno.routing.hsds.HsdsKind.SERVICE_AT_LOCATION;
import static org.okno.routing.hsds.HsdsKind.TAXONOMY;
import static org.okno.routing.hsds.HsdsKind.TAXONOMY_TERM;

import java.util.Arrays;
import java.util.stream.Stream;
import org.okno.routing.hsds.Finding.Severity;

/**
 * Where an object names another by its id. It is an error where the other is missing and the object
 * means nothing without; the standard's own examples name others that they do not have.
 */
enum Reference {
  SERVICE_TO_ORGANIZATION(SERVICE, "organization_id", ORGANIZATION, Severity.ERROR),
  LOCATION_TO_ORGANIZATION(LOCATION, "organization_id", ORGANIZATION, Severity.WARNING),
  TO_SERVICE(SERVICE_AT_LOCATION, "service_id", SERVICE, Severity.ERROR),
  TO_LOCATION(SERVICE_AT_LOCATION, "location_id", LOCATION, Severity.ERROR),
  TO_TAXONOMY(TAXONOMY_TERM, "taxonomy_id", TAXONOMY, Severity.WARNING),
  TO_PARENT_TERM(TAXONOMY_TERM, "parent_id", TAXONOMY_TERM, Severity.WARNING),
  TO_PARENT(ORGANIZATION, "parent_organization_id", ORGANIZATION, Severity.WARNING);

  private final HsdsKind from;
  private final String member;
  private final HsdsKind to;
  private final Severity severity;

  Reference(HsdsKind from, String member, HsdsKind to, Severity severity) {
    this.from = from;
    this.member = member;
    this.to = to;
    this.severity = severity;
  }

  static Stream<Reference> from(HsdsKind kind) {
    return Arrays.stream(values()).filter(one -> one.from == kind);
  }

  String member() {
    return member;
  }

  HsdsKind to() {
    return to;
  }

  /** Whether the JSON form shows one within the other. */
  boolean isNested() {
    return this != TO_PARENT && this != TO_PARENT_TERM;
  }

  /** What it is where the other object is not there. */
  Severity severity() {
    return severity;
  }
}
