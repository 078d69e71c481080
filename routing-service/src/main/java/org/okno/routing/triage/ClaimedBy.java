package org.okno.routing.triage;

/** Who works on the entries that are listed. */
public enum ClaimedBy {
  ME("claimed_by = :caller and claimed_until > :now"),
  NOBODY("(claimed_by is null or claimed_until <= :now)"),
  OTHERS("claimed_by <> :caller and claimed_until > :now");

  private final String condition;

  ClaimedBy(String condition) {
    this.condition = condition;
  }

  /** On an entry. */
  String condition() {
    return condition;
  }
}
