package org.okno.architecture;

import java.util.Arrays;
import java.util.stream.Stream;

/** Which package belongs to which part of Okno, as ArchUnit's package patterns. */
final class Parts {
  static final String CONTRACTS = "org.okno.contracts..";

  static final String[] LIBRARIES = {
    "org.okno.defaults..",
    "org.okno.http..",
    "org.okno.identity..",
    "org.okno.messaging..",
    "org.okno.sql..",
    "org.okno.suggestion.."
  };

  static final String[] SERVICES = {
    "org.okno.intake..", "org.okno.routing..", "org.okno.cases..", "org.okno.analytics.."
  };

  /** What starts engines and services on one machine. */
  static final String[] LOCAL = {"org.okno.engines..", "org.okno.local.."};

  private Parts() {}

  static String[] and(String[] some, String... others) {
    return Stream.concat(Arrays.stream(some), Arrays.stream(others)).toArray(String[]::new);
  }
}
