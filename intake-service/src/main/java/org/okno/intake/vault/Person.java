package org.okno.intake.vault;

import org.jspecify.annotations.Nullable;

/**
 * By what a person is found again: phone and name together. Without a phone nobody is found again:
 * a name alone is not a person.
 *
 * @param phone E.164
 */
public record Person(String name, @Nullable String phone) {

  // A record's own toString would bring personal data into a log.
  @Override
  public String toString() {
    return "Person";
  }
}
