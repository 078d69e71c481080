package org.okno.intake.mapping;

import com.dashjoin.jsonata.Jsonata;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON as maps and lists, which JSONata evaluates, and back. */
final class JsonValues {
  private static final int MAX_DEPTH = 64;

  private JsonValues() {}

  /**
   * A document as maps, lists, texts, numbers and truth values. A field that is null is left out,
   * as if it were absent.
   *
   * @throws MappingException where it is nested too deeply, or a list in it is too long
   */
  static @Nullable Object plain(JsonNode node, MappingBounds bounds) {
    return plain(node, bounds, 0);
  }

  private static @Nullable Object plain(JsonNode node, MappingBounds bounds, int level) {
    if (level > MAX_DEPTH) {
      throw new MappingException("was not begun: the message is nested too deeply");
    }
    return switch (node.getNodeType()) {
      case OBJECT -> object(node, bounds, level);
      case ARRAY -> list(node, bounds, level);
      case STRING -> node.textValue();
      case NUMBER ->
          node.isIntegralNumber() && node.canConvertToLong()
              ? number(node.longValue())
              : (Object) node.doubleValue();
      case BOOLEAN -> node.booleanValue();
      case NULL, MISSING, BINARY, POJO -> Jsonata.NULL_VALUE;
    };
  }

  // JSONata compares an Integer and a Long of the same value as different.
  private static Object number(long value) {
    return value == (int) value ? (Object) (int) value : (Object) value;
  }

  private static Object object(JsonNode node, MappingBounds bounds, int level) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    node.properties()
        .forEach(
            field -> {
              if (!field.getValue().isNull()) {
                map.put(field.getKey(), plain(field.getValue(), bounds, level + 1));
              }
            });
    return map;
  }

  private static Object list(JsonNode node, MappingBounds bounds, int level) {
    if (node.size() > bounds.items()) {
      throw new MappingException("was not begun: a list in the message is too long");
    }
    List<@Nullable Object> list = new ArrayList<>(node.size());
    node.forEach(element -> list.add(plain(element, bounds, level + 1)));
    return list;
  }

  /**
   * A result as JSON; missing where there is none.
   *
   * @throws MappingException where it holds something else, or is too large
   */
  static JsonNode json(@Nullable Object value, MappingBounds bounds) {
    return value == null ? MissingNode.getInstance() : new Writer(bounds.size()).json(value, 0);
  }

  /** Counts what it writes: a part that occurs twice is written twice. */
  private static final class Writer {
    private long left;

    Writer(long left) {
      this.left = left;
    }

    JsonNode json(@Nullable Object value, int level) {
      left -= value instanceof String text ? text.length() + 1 : 1;
      if (left < 0 || level > MAX_DEPTH) {
        throw new MappingException("was stopped: a result is too large");
      }
      return switch (value) {
        case null -> NullNode.getInstance();
        case String text -> TextNode.valueOf(text);
        case Boolean truth -> BooleanNode.valueOf(truth);
        case Number number -> number(number);
        case Map<?, ?> map -> object(map, level);
        case List<?> list -> array(list, level);
        default -> throw new MappingException("failed: its result holds a function");
      };
    }

    private static JsonNode number(Number number) {
      double value = number.doubleValue();
      if (value == Math.rint(value) && Math.abs(value) < 1L << 53) {
        return LongNode.valueOf(number.longValue());
      }
      return DecimalNode.valueOf(new BigDecimal(number.toString()));
    }

    private ObjectNode object(Map<?, ?> map, int level) {
      ObjectNode object = JsonNodeFactory.instance.objectNode();
      map.forEach(
          (name, value) -> {
            if (value != null) {
              object.set(String.valueOf(name), json(value, level + 1));
            }
          });
      return object;
    }

    private ArrayNode array(List<?> list, int level) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      list.forEach(element -> array.add(json(element, level + 1)));
      return array;
    }
  }
}
