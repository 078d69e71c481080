package org.okno.local.client;

import java.time.Duration;
import org.okno.engines.identity.Issuer;

/** Where callers get their tokens. */
@FunctionalInterface
public interface Tokens {

  /** Longer than any run, also for a service whose clock is set a year ahead. */
  Duration LIFETIME = Duration.ofDays(400);

  String of(Caller caller);

  /** From the issuer of a local stack. */
  static Tokens of(Issuer issuer) {
    return caller -> issuer.token(caller.roleLabels(), caller.claims(), LIFETIME);
  }
}
