package org.okno.routing.hsds;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.okno.http.FreeText;
import org.okno.http.Problem.FieldError;
import org.okno.routing.hsds.Finding.Kind;

/** Whether a document has the names and types of HSDS 3. */
final class HsdsSchema {
  /** The standard's deepest example has 8 levels. */
  private static final int MAX_DEPTH = 32;

  private static final double MAX_NUMBER = 1e15;
  private static final int MAX_SCALE = 20;

  private static final String EXPECTED = "expected %s, as HSDS 3 has it";

  private static final JsonNode DOCUMENT = read();
  private static final JsonSchema SCHEMA =
      JsonSchemaFactory.getInstance(VersionFlag.V202012)
          .getSchema(
              DOCUMENT, SchemaValidatorsConfig.builder().pathType(PathType.JSON_POINTER).build());

  private HsdsSchema() {}

  /** Every error of a document; without any it can be taken apart. */
  static List<Finding> errors(JsonNode document) {
    List<Finding> unsound = unsound(document, "", 0).toList();
    return unsound.isEmpty()
        ? SCHEMA.validate(withoutNulls(document)).stream().map(HsdsSchema::finding).toList()
        : unsound;
  }

  /** Whether a column of a table has numbers. */
  static boolean isNumber(String table, String column) {
    String rows = DOCUMENT.findPath(table).path("$ref").asText("#/none");
    return DOCUMENT
        .at(rows.substring(1).replaceFirst("_list$", ""))
        .path("properties")
        .path(column)
        .path("$ref")
        .asText()
        .equals("#/$defs/number");
  }

  /** What no table can hold, or no stack. */
  private static Stream<Finding> unsound(JsonNode node, String pointer, int depth) {
    if (depth > MAX_DEPTH) {
      return Stream.of(invalid(pointer, "expected at most " + MAX_DEPTH + " levels of nesting"));
    }
    if (node.isTextual() && !isText(node.textValue())) {
      return Stream.of(invalid(pointer, "expected text without NUL or half of a character"));
    }
    if (node.isNumber() && !isStorable(node)) {
      return Stream.of(invalid(pointer, "expected a number of a usual size"));
    }
    if (node.isArray()) {
      return IntStream.range(0, node.size())
          .boxed()
          .flatMap(i -> unsound(node.get(i), pointer + "/" + i, depth + 1));
    }
    return node.properties().stream()
        .flatMap(
            member -> {
              String at = pointer + "/" + FieldError.part(member.getKey());
              return isText(member.getKey())
                  ? unsound(member.getValue(), at, depth + 1)
                  : Stream.of(invalid(at, "expected a name without NUL"));
            });
  }

  private static boolean isStorable(JsonNode number) {
    return Math.abs(number.doubleValue()) <= MAX_NUMBER
        && number.decimalValue().scale() <= MAX_SCALE;
  }

  private static boolean isText(String text) {
    return text.indexOf('\0') < 0 && FreeText.isUnicode(text);
  }

  /** Null removes a member: it may stand for any type. */
  private static JsonNode withoutNulls(JsonNode node) {
    if (node.isArray()) {
      ArrayNode array = HsdsJson.object().arrayNode();
      node.forEach(element -> array.add(withoutNulls(element)));
      return array;
    }
    if (!node.isObject()) {
      return node;
    }
    ObjectNode object = HsdsJson.object();
    node.properties().stream()
        .filter(member -> !member.getValue().isNull())
        .forEach(member -> object.set(member.getKey(), withoutNulls(member.getValue())));
    return object;
  }

  private static Finding finding(ValidationMessage message) {
    String pointer = message.getInstanceLocation().toString();
    return switch (message.getType()) {
      case "required" ->
          Finding.error(Kind.GAP, pointer + "/" + message.getProperty(), "is missing");
      case "additionalProperties" ->
          invalid(
              pointer + "/" + FieldError.part(message.getProperty()),
              "unknown list; expected " + String.join(", ", lists()));
      case "pattern" -> invalid(pointer, EXPECTED.formatted("a UUID, in lower case"));
      case "enum" -> invalid(pointer, EXPECTED.formatted("one of " + texts(message)));
      default -> invalid(pointer, EXPECTED.formatted("another type: " + type(message)));
    };
  }

  private static List<String> lists() {
    return Stream.of(HsdsKind.values()).map(HsdsKind::list).toList();
  }

  private static String texts(ValidationMessage message) {
    return message.getSchemaNode().valueStream().map(JsonNode::asText).toList().toString();
  }

  private static String type(ValidationMessage message) {
    return message.getSchemaNode().asText("object");
  }

  private static Finding invalid(String pointer, String detail) {
    return Finding.error(Kind.INVALID, pointer, detail);
  }

  private static JsonNode read() {
    try (InputStream file =
        requireNonNull(HsdsSchema.class.getResourceAsStream("hsds-3.json"), "hsds-3.json")) {
      return new JsonMapper().readTree(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
