package org.okno.identity;

/** Which rows a line of the access table shows: a column of it, widest first. */
public enum Scope {
  ALL,
  OWN_TERRITORY,
  OWN_AGENCY,
  OWN_CHANNEL
}
