package org.okno.bench.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One operation of a service's OpenAPI document.
 *
 * @param path with its parameters in braces
 * @param mediaType of its body; null where it takes none
 * @param body schema of its body; a missing node where it takes none
 */
record Endpoint(
    String service,
    String method,
    String path,
    List<Parameter> parameters,
    @Nullable String mediaType,
    JsonNode body) {

  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

  /**
   * @param in {@code path}, {@code query} or {@code header}
   */
  record Parameter(String name, String in, JsonNode schema) {}

  /** Every operation of a document. */
  static List<Endpoint> of(String service, JsonNode document) {
    List<Endpoint> endpoints = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
        if (METHODS.contains(operation.getKey())) {
          endpoints.add(of(service, operation.getKey(), path.getKey(), operation.getValue()));
        }
      }
    }
    return endpoints;
  }

  private static Endpoint of(String service, String method, String path, JsonNode operation) {
    List<Parameter> parameters = new ArrayList<>();
    for (JsonNode it : operation.path("parameters")) {
      parameters.add(
          new Parameter(it.path("name").asText(), it.path("in").asText(), it.path("schema")));
    }
    JsonNode content = operation.path("requestBody").path("content");
    String mediaType = content.isEmpty() ? null : content.fieldNames().next();
    return new Endpoint(
        service,
        method.toUpperCase(Locale.ROOT),
        path,
        parameters,
        mediaType,
        mediaType == null ? content : content.path(mediaType).path("schema"));
  }

  @Override
  public String toString() {
    return service + " " + method + " " + path;
  }
}
