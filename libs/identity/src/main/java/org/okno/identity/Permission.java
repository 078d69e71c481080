package org.okno.identity;

/**
 * What the access table permits a caller at one endpoint.
 *
 * @param role of the caller's roles the one that gives the rows
 */
record Permission(Role role, Rows rows) {}
