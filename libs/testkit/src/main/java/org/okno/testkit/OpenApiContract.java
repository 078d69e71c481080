package org.okno.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a service's OpenAPI 3.1 document promises of its responses. A response differs where its
 * operation, status or media type is not declared, and where its body does not fit the schema; a
 * property that an object's schema does not declare is a difference too.
 */
public final class OpenApiContract {
  private static final JsonMapper JSON = new JsonMapper();
  private static final JsonSchemaFactory SCHEMAS =
      JsonSchemaFactory.getInstance(VersionFlag.V202012);
  private static final SchemaValidatorsConfig CONFIG =
      SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

  private final JsonNode document;
  private final Map<String, JsonSchema> schemas = new ConcurrentHashMap<>();

  private OpenApiContract(JsonNode document) {
    this.document = document;
  }

  /**
   * Reads an OpenAPI document in JSON.
   *
   * @throws IllegalArgumentException where it is none
   */
  public static OpenApiContract read(String json) {
    try {
      JsonNode document = JSON.readTree(json);
      if (!document.path("paths").isObject()) {
        throw new IllegalArgumentException("no OpenAPI document");
      }
      closeObjects(document.path("components").path("schemas"));
      return new OpenApiContract(document);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no JSON", e);
    }
  }

  /**
   * Compares a response with the document.
   *
   * @param path without the query
   * @param contentType null where there is no body
   * @return the differences, as sentences that quote no value of the body; empty where it conforms
   */
  public List<String> differences(
      String method, String path, int status, @Nullable String contentType, byte[] body) {
    Optional<JsonNode> item = item(path);
    if (item.isEmpty()) {
      return status == 404 ? List.of() : List.of("no path of the document matches " + path);
    }
    JsonNode operation = item.get().path(method.toLowerCase(Locale.ROOT));
    if (operation.isMissingNode()) {
      return status == 405 ? List.of() : List.of(method + " " + path + " is not declared");
    }
    JsonNode response = operation.path("responses").path(String.valueOf(status));
    if (response.isMissingNode()) {
      return List.of(method + " " + path + " does not declare the status " + status);
    }
    return differences(response, contentType, body).stream()
        .map(difference -> method + " " + path + " " + status + ": " + difference)
        .toList();
  }

  private List<String> differences(JsonNode response, @Nullable String contentType, byte[] body) {
    JsonNode content = response.path("content");
    if (body.length == 0) {
      return content.isEmpty() ? List.of() : List.of("has no body, and declares one");
    }
    String mediaType = contentType == null ? "" : contentType.replaceFirst(";.*", "").strip();
    JsonNode declared = content.path(mediaType);
    if (declared.isMissingNode()) {
      return List.of("does not declare the media type " + mediaType);
    }
    return mediaType.endsWith("json") && declared.has("schema")
        ? validate(declared.path("schema"), body)
        : List.of();
  }

  private List<String> validate(JsonNode schema, byte[] body) {
    JsonNode value;
    try {
      value = JSON.readTree(body);
    } catch (IOException e) {
      return List.of("the body is not JSON");
    }
    return schemas
        .computeIfAbsent(schema.toString(), text -> compile(schema))
        .validate(value)
        .stream()
        .map(
            error ->
                error.getInstanceLocation()
                    + " breaks "
                    + error.getType()
                    + detail(error.getProperty()))
        .sorted()
        .toList();
  }

  private static String detail(@Nullable String property) {
    return property == null ? "" : " (" + property + ")";
  }

  private JsonSchema compile(JsonNode schema) {
    ObjectNode root = schema.deepCopy();
    closeObjects(root);
    root.set("components", document.path("components"));
    return SCHEMAS.getSchema(root, CONFIG);
  }

  /** What is not declared is not promised: no client could rely on it. */
  private static void closeObjects(JsonNode schema) {
    if (schema instanceof ObjectNode object
        && object.path("properties").isObject()
        && !object.has("additionalProperties")
        && !object.has("allOf")) {
      object.put("additionalProperties", false);
    }
    schema.forEach(OpenApiContract::closeObjects);
  }

  /** The path item that matches, the one with the fewest variables first. */
  private Optional<JsonNode> item(String path) {
    List<Map.Entry<String, JsonNode>> matching = new ArrayList<>();
    document
        .path("paths")
        .properties()
        .forEach(
            item -> {
              if (pattern(item.getKey()).matcher(path).matches()) {
                matching.add(item);
              }
            });
    return matching.stream()
        .min(Comparator.comparingLong(item -> item.getKey().chars().filter(c -> c == '{').count()))
        .map(Map.Entry::getValue);
  }

  private static Pattern pattern(String template) {
    StringBuilder pattern = new StringBuilder();
    for (String part : template.split("(?=\\{)|(?<=})")) {
      pattern.append(part.startsWith("{") ? "[^/]+" : Pattern.quote(part));
    }
    return Pattern.compile(pattern.toString());
  }
}
