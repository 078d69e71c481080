package org.okno.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OpenApiContractTest {
  private static final OpenApiContract CONTRACT =
      OpenApiContract.read(
          """
          {"openapi": "3.1.0", "paths": {
            "/v1/cases/{id}": {"get": {"responses": {
              "200": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Case"}}}},
              "404": {"content": {"application/problem+json": {"schema": {"type": "object"}}}}}}},
            "/v1/cases/counts": {"get": {"responses": {
              "200": {"content": {"application/json": {"schema": {"type": "integer"}}}}}}},
            "/v1/cases": {"get": {"responses": {"200": {"content": {"application/json": {"schema":
              {"type": "object", "required": ["items"], "properties": {"items": {"type": "array",
               "items": {"$ref": "#/components/schemas/Case"}}}}}}}}}},
            "/v1/gone": {"delete": {"responses": {"204": {"description": "Gone"}}}}},
           "components": {"schemas": {"Case": {"type": "object", "required": ["id", "status"], "properties": {
             "id": {"type": "string", "format": "uuid"}, "status": {"enum": ["assigned", "settled"]},
             "at": {"type": "string", "format": "date-time"}, "version": {"type": "integer"}}}}}}
          """);

  private static final String CASE =
      "{\"id\": \"019cad30-059a-7af4-81d1-a98c6b9634a2\", \"status\": \"settled\"}";

  @Test
  void shouldAcceptWhatTheDocumentPromises() {
    assertThat(get("/v1/cases/1", 200, CASE)).isEmpty();
    assertThat(get("/v1/cases/counts", 200, "7")).isEmpty();
    assertThat(get("/v1/cases", 200, "{\"items\": [" + CASE + "]}")).isEmpty();
    assertThat(CONTRACT.differences("DELETE", "/v1/gone", 204, null, new byte[0])).isEmpty();
    assertThat(get("/v1/nowhere", 404, "{}")).isEmpty();
  }

  @Test
  void shouldNameAnUndeclaredPathMethodStatusOrMediaType() {
    assertThat(get("/v1/nowhere", 200, "{}")).singleElement().asString().contains("no path");
    assertThat(
            CONTRACT.differences(
                "PUT", "/v1/cases/1", 200, "application/json", "{}".getBytes(UTF_8)))
        .singleElement()
        .asString()
        .contains("not declared");
    assertThat(get("/v1/cases/1", 500, "{}")).singleElement().asString().contains("status 500");
    assertThat(get("/v1/cases/1", 404, "{}")).singleElement().asString().contains("media type");
    assertThat(CONTRACT.differences("GET", "/v1/cases/1", 200, null, new byte[0]))
        .singleElement()
        .asString()
        .contains("no body");
  }

  @Test
  void shouldNameWhatDoesNotFitTheSchema() {
    assertThat(get("/v1/cases/1", 200, "{\"status\": \"settled\"}"))
        .singleElement()
        .asString()
        .contains("required");
    assertThat(get("/v1/cases/1", 200, CASE.replace("settled", "lost")))
        .singleElement()
        .asString()
        .contains("enum");
    assertThat(get("/v1/cases/1", 200, CASE.replace("019cad30", "x")))
        .singleElement()
        .asString()
        .contains("format");
    assertThat(get("/v1/cases/1", 200, with("\"version\": \"1\"")))
        .singleElement()
        .asString()
        .contains("type");
    assertThat(get("/v1/cases/1", 200, with("\"at\": \"yesterday\"")))
        .singleElement()
        .asString()
        .contains("format");
    assertThat(get("/v1/cases/1", 200, with("\"surprise\": 1")))
        .singleElement()
        .asString()
        .contains("additionalProperties")
        .contains("surprise");
    assertThat(get("/v1/cases", 200, "{\"items\": [" + with("\"surprise\": 1") + "]}")).hasSize(1);
    assertThat(get("/v1/cases/1", 200, "{")).singleElement().asString().contains("not JSON");
  }

  private static String with(String property) {
    return CASE.replace("}", ", " + property + "}");
  }

  private static List<String> get(String path, int status, String body) {
    return CONTRACT.differences("GET", path, status, "application/json", body.getBytes(UTF_8));
  }
}
