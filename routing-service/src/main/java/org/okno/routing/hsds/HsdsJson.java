package org.okno.routing.hsds;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;

/** Objects of HSDS as JSON: every number as it was written. */
final class HsdsJson {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  /** PostgreSQL keeps the value of a number, and not that it was written as 1e2. */
  private static final Comparator<JsonNode> SAME_VALUE =
      (one, other) ->
          one.isNumber() && other.isNumber()
              ? one.decimalValue().compareTo(other.decimalValue())
              : one.equals(other) ? 0 : 1;

  private HsdsJson() {}

  static ObjectNode object() {
    return JSON.createObjectNode();
  }

  static ObjectNode read(String text) {
    try {
      return (ObjectNode) JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stored object is no JSON", e);
    }
  }

  /** Whether two values mean the same. */
  static boolean isSame(JsonNode one, JsonNode other) {
    return one.equals(SAME_VALUE, other);
  }
}
