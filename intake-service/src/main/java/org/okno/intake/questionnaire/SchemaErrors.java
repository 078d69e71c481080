package org.okno.intake.questionnaire;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonNodePath;
import com.networknt.schema.ValidationMessage;
import java.util.ArrayList;
import java.util.List;
import org.okno.contracts.Codes;
import org.okno.http.Problem.FieldError;

/** What a schema finds, in the words of all validation errors: none quotes a value. */
final class SchemaErrors {
  private SchemaErrors() {}

  /**
   * Adds one.
   *
   * @param schema whose keyword is broken
   */
  static void add(ValidationMessage message, JsonNode schema, ValidationErrors errors) {
    String pointer = message.getInstanceLocation().toString();
    JsonNode broken = parent(message.getEvaluationPath(), schema);
    switch (message.getType()) {
      case "required" -> errors.add(pointer + "/" + message.getProperty(), "is missing");
      case "additionalProperties" ->
          errors.add(
              pointer + "/" + FieldError.part(message.getProperty()),
              "unknown field; expected one of " + names(broken));
      case "uniqueItems" -> {
        // NamedOnce names the element.
      }
      default -> errors.add(pointer, expected(message.getType(), broken));
    }
  }

  private static String expected(String keyword, JsonNode broken) {
    if (keyword.equals("type")) {
      return kind(broken);
    }
    if (broken.path("x-text").asText().equals("code")) {
      return Codes.GRAMMAR;
    }
    return switch (keyword) {
      case "minItems", "maxItems" -> kind(broken);
      case "minLength" -> "must not be blank";
      case "maxLength" ->
          "is longer than %d characters".formatted(broken.path("maxLength").asInt());
      case "minimum", "maximum" -> kind(broken);
      case "enum" -> "expected one of " + texts(broken.path("enum"));
      default -> broken.path("x-expected").asText("is not of the expected form");
    };
  }

  private static String kind(JsonNode broken) {
    return switch (broken.path("type").asText()) {
      case "string" -> "expected a text";
      case "boolean" -> "expected true or false";
      case "number" ->
          "expected a number from %s to %s"
              .formatted(broken.path("minimum").asText(), broken.path("maximum").asText());
      case "array" ->
          "expected an array of %d to %d elements"
              .formatted(broken.path("minItems").asInt(), broken.path("maxItems").asInt());
      case "object" ->
          names(broken).isEmpty()
              ? "expected an object"
              : "expected an object with " + String.join(", ", names(broken));
      default -> broken.path("x-expected").asText("is not of the expected form");
    };
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.path("properties").fieldNames().forEachRemaining(names::add);
    return names.stream().sorted().toList();
  }

  private static List<String> texts(JsonNode array) {
    return array.valueStream().map(JsonNode::asText).toList();
  }

  /** The schema that has the keyword. */
  private static JsonNode parent(JsonNodePath keyword, JsonNode schema) {
    JsonNode node = schema;
    for (int i = 0; i < keyword.getNameCount() - 1; i++) {
      node =
          keyword.getElement(i) instanceof Integer index
              ? node.path(index)
              : node.path(keyword.getName(i));
    }
    return node;
  }
}
