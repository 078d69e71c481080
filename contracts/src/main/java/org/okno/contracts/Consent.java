package org.okno.contracts;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * That a person agreed to something, as staff recorded it.
 *
 * @param how a code: {@code in-person}, {@code by-phone}, {@code in-writing} or {@code online}
 * @param givenAt when the person agreed
 */
public record Consent(String how, Instant givenAt) {
  public Consent {
    requireNonNull(how, "how");
    requireNonNull(givenAt, "givenAt");
  }
}
