package org.okno.routing.hsds;

import java.util.List;
import org.okno.contracts.Codes;

/** Objects of HSDS that stand by themselves; all others are part of one of these. */
public enum HsdsKind {
  ORGANIZATION("organizations", List.of("name", "description")),
  SERVICE("services", List.of("name", "status", "organization_id")),
  LOCATION("locations", List.of("location_type")),
  SERVICE_AT_LOCATION("service_at_locations", List.of("service_id", "location_id")),
  TAXONOMY("taxonomies", List.of("name", "description")),
  TAXONOMY_TERM("taxonomy_terms", List.of("name", "description"));

  private final String list;
  private final List<String> required;

  HsdsKind(String list, List<String> required) {
    this.list = list;
    this.required = required;
  }

  /** As tables and messages name it. */
  String code() {
    return Codes.of(this);
  }

  /** The member of a document that lists such objects, and the last part of its address. */
  String list() {
    return list;
  }

  /** What such an object must have once it is whole, besides its id. */
  List<String> required() {
    return required;
  }

  /**
   * The kind of a stored object.
   *
   * @throws IllegalArgumentException if there is none
   */
  static HsdsKind ofCode(String code) {
    return Codes.constant(HsdsKind.class, code);
  }
}
