package org.okno.routing.hsds;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * An object as a document gives it, perhaps only in part: what it lacks stays as it is, and what is
 * null is removed (JSON Merge Patch, RFC 7386, of its members).
 *
 * @param pointer where the document gives it
 * @param members without the objects that stand by themselves: their ids instead
 * @param listed whether a list of the document itself has it, and not another object
 */
record GivenObject(HsdsKey key, String pointer, ObjectNode members, boolean listed) {}
