package org.okno.routing.hsds;

import java.util.UUID;

/** Which object of HSDS: ids are unique within a kind. */
record HsdsKey(HsdsKind kind, UUID id) {
  /**
   * The key of an id that was checked to be one.
   *
   * @throws IllegalArgumentException where it was not
   */
  static HsdsKey of(HsdsKind kind, String id) {
    return new HsdsKey(kind, UUID.fromString(id));
  }
}
