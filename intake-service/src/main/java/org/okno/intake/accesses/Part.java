package org.okno.intake.accesses;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.okno.contracts.Codes;

/** A part of the personal data of a request that may be opened without the others. */
enum Part {
  NAME,
  PHONE,
  ADDRESS,
  TEXT,
  /** What no referral names: date of birth, and the conversation in which somebody asked. */
  REST;

  /** Every part, for whoever opens a request as a whole. */
  static Set<Part> all() {
    return EnumSet.allOf(Part.class);
  }

  /** Those that a referral names; one that this version does not know is not opened. */
  static Set<Part> named(Set<String> codes) {
    return EnumSet.complementOf(EnumSet.of(REST)).stream()
        .filter(part -> codes.contains(Codes.of(part)))
        .collect(Collectors.toSet());
  }
}
