package org.okno.sql;

/**
 * A value of a {@code jsonb} column.
 *
 * @param value one JSON document
 */
public record JsonText(String value) {}
