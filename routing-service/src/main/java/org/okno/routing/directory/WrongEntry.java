package org.okno.routing.directory;

/**
 * Something wrong in a document.
 *
 * @param pointer JSON pointer (RFC 6901) to it
 * @param detail what is wrong and what is expected; never the value
 */
public record WrongEntry(String pointer, String detail) {}
