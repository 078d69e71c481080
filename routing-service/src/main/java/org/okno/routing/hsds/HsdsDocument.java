package org.okno.routing.hsds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * A document with a list for each kind of object, whatever form it came in.
 *
 * @param findings of that form
 */
record HsdsDocument(JsonNode lists, List<Finding> findings) {
  private static final String CONTENTS = "contents";

  /** One object, an array, or a page of a list. */
  static HsdsDocument of(HsdsKind kind, JsonNode given) {
    ObjectNode lists = HsdsJson.object();
    lists.set(kind.list(), list(given));
    return new HsdsDocument(lists, List.of());
  }

  /** Lists by their names, each an array or a page. */
  static HsdsDocument of(JsonNode given) {
    if (!given.isObject()) {
      return new HsdsDocument(given, List.of());
    }
    ObjectNode lists = HsdsJson.object();
    given
        .properties()
        .forEach(
            one ->
                lists.set(
                    one.getKey(),
                    one.getValue().has(CONTENTS) ? list(one.getValue()) : one.getValue()));
    return new HsdsDocument(lists, List.of());
  }

  private static JsonNode list(JsonNode given) {
    if (given.isArray()) {
      return given;
    }
    JsonNode contents = given.path(CONTENTS);
    ArrayNode one = HsdsJson.object().arrayNode();
    return contents.isArray() ? contents : one.add(given);
  }
}
