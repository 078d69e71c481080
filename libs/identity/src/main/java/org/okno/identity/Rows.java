package org.okno.identity;

/**
 * The rows that a caller may see or change with one request. Repositories put it into their
 * statements: what is not among them does not exist for the caller.
 */
public sealed interface Rows {
  /** Every row: statements stay as they are. */
  record All() implements Rows {}

  /** Rows of a territory and all below it. */
  record OfTerritory(String territory) implements Rows {}

  /** Rows of an agency. */
  record OfAgency(String agency) implements Rows {}

  /** Rows that came in by a channel. */
  record OfChannel(String channel) implements Rows {}

  /** For statements that have no such rows: the access table gives nobody this. */
  default IllegalStateException unsupported() {
    return new IllegalStateException("the access table has other rows here: " + getClass());
  }
}
