package org.okno.intake.questionnaire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.okno.http.FreeText;

/**
 * Makes a questionnaire what its schema is about: texts without what nobody sees, and no fields
 * that are null. What a text is, the schema says as {@code x-text}.
 */
sealed interface CleanTexts {
  /** Unknown fields that are named in errors; the rest of a hostile body is not looked at. */
  int MAX_UNKNOWN = ValidationErrors.LIMIT;

  /**
   * A clean copy. Adds an error for a text that cannot be stored.
   *
   * @param pointer of the node
   */
  JsonNode clean(JsonNode node, String pointer, ValidationErrors errors);

  /** For a schema. */
  static CleanTexts of(JsonNode schema) {
    return switch (schema.path("type").asText()) {
      case "object" -> {
        Map<String, CleanTexts> fields = new HashMap<>();
        schema
            .path("properties")
            .properties()
            .forEach(f -> fields.put(f.getKey(), of(f.getValue())));
        yield new Fields(fields);
      }
      case "array" -> new Elements(schema.path("maxItems").asInt(), of(schema.path("items")));
      case "string" ->
          switch (schema.path("x-text").asText()) {
            case "code" -> new Code();
            case "id" -> new Id();
            case "line" -> new Line();
            default -> new Text();
          };
      default -> new AsItIs();
    };
  }

  /** An object, by the names of its fields. */
  record Fields(Map<String, CleanTexts> known) implements CleanTexts {
    @Override
    public JsonNode clean(JsonNode node, String pointer, ValidationErrors errors) {
      if (!(node instanceof ObjectNode object)) {
        return node;
      }
      ObjectNode clean = JsonNodeFactory.instance.objectNode();
      int unknown = 0;
      for (Map.Entry<String, JsonNode> field : object.properties()) {
        String name = field.getKey();
        CleanTexts part = known.get(name);
        if (part == null && ++unknown <= MAX_UNKNOWN) {
          clean.set(name, field.getValue());
        } else if (part != null && !field.getValue().isNull()) {
          clean.set(name, part.clean(field.getValue(), pointer + "/" + name, errors));
        }
      }
      return clean;
    }
  }

  /**
   * An array.
   *
   * @param max elements; of more, one is kept to show that they are too many
   */
  record Elements(int max, CleanTexts element) implements CleanTexts {
    @Override
    public JsonNode clean(JsonNode node, String pointer, ValidationErrors errors) {
      if (!node.isArray()) {
        return node;
      }
      ArrayNode clean = JsonNodeFactory.instance.arrayNode();
      boolean tooMany = node.size() > max;
      for (int i = 0; i < node.size() && i <= max; i++) {
        clean.add(tooMany ? node.get(i) : element.clean(node.get(i), pointer + "/" + i, errors));
      }
      return clean;
    }
  }

  /** A text as a person wrote it. */
  record Text() implements CleanTexts {
    @Override
    public JsonNode clean(JsonNode node, String pointer, ValidationErrors errors) {
      return node.isTextual() ? stored(FreeText.clean(node.textValue()), pointer, errors) : node;
    }
  }

  /** A text on one line: a name. */
  record Line() implements CleanTexts {
    @Override
    public JsonNode clean(JsonNode node, String pointer, ValidationErrors errors) {
      return node.isTextual()
          ? stored(FreeText.cleanLine(node.textValue()), pointer, errors)
          : node;
    }
  }

  /** An id that another system gave: as it is, in the one form (NFC) in which ids are compared. */
  record Id() implements CleanTexts {
    private static final Pattern CONTROL = Pattern.compile("\\p{Cc}");

    @Override
    public JsonNode clean(JsonNode node, String pointer, ValidationErrors errors) {
      if (!node.isTextual()) {
        return node;
      }
      String id = node.textValue();
      String clean =
          FreeText.clean(id).isEmpty() ? "" : Normalizer.normalize(id.strip(), Normalizer.Form.NFC);
      if (CONTROL.matcher(clean).find()) {
        errors.add(pointer, "holds control characters");
      }
      return stored(clean, pointer, errors);
    }
  }

  /** A code of the directory. */
  record Code() implements CleanTexts {
    @Override
    public JsonNode clean(JsonNode node, String pointer, ValidationErrors errors) {
      return node.isTextual() ? TextNode.valueOf(node.textValue().strip()) : node;
    }
  }

  /** Anything else. */
  record AsItIs() implements CleanTexts {
    @Override
    public JsonNode clean(JsonNode node, String pointer, ValidationErrors errors) {
      return node;
    }
  }

  private static JsonNode stored(String text, String pointer, ValidationErrors errors) {
    if (!FreeText.isUnicode(text)) {
      errors.add(pointer, "holds broken Unicode");
    }
    return TextNode.valueOf(text);
  }
}
