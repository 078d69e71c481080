package org.okno.bench.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HostileInputsTest {

  private static final String DOCUMENT =
      """
      {"components": {"schemas": {"Thing": {"type": "object", "properties": {
        "name": {"type": "string", "examples": ["a"]},
        "parts": {"type": "array", "items": {"$ref": "#/components/schemas/Thing"}}}}}},
       "paths": {"/v1/things/{id}": {
         "get": {"parameters": [
           {"name": "id", "in": "path", "schema": {"type": "string", "examples": ["t-1"]}},
           {"name": "limit", "in": "query", "schema": {"type": "integer"}}]},
         "put": {"requestBody": {"content": {
           "application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}}}}}}}
      """;

  private final HostileInputs inputs = inputs();

  @Test
  void shouldBeTheSameForTheSameNumber() {
    assertThat(inputs.of(9).bytes()).isEqualTo(inputs.of(9).bytes());
  }

  @Test
  void shouldReachEveryEndpointWithPlausibleAndHostileValues() {
    List<String> requests =
        IntStream.range(0, 4000).mapToObj(n -> new String(inputs.of(n).bytes(), UTF_8)).toList();

    assertThat(requests)
        .anyMatch(it -> it.contains("Authorization: Bearer valid\r\n"))
        .anyMatch(it -> !it.contains("Authorization: Bearer valid"))
        .anyMatch(it -> it.startsWith("GET /v1/things/t-1"))
        .anyMatch(it -> it.startsWith("GET /v1/things/%00"))
        .anyMatch(it -> it.startsWith("PUT ") && it.contains("\"parts\":["))
        .anyMatch(it -> it.startsWith("PUT ") && it.contains("[[[[["));
  }

  @Test
  void shouldFindAnErrorWithoutAProblemDocument() {
    Answer plain = Answer.of("HTTP/1.1 400 Bad Request\r\ncontent-length: 0\r\n\r\n");
    Answer problem =
        Answer.of("HTTP/1.1 404 Not Found\r\nContent-Type: application/problem+json\r\n\r\n{}");
    Tally tally = new Tally();
    tally.add(inputs.of(0), plain);
    tally.add(inputs.of(1), problem);
    tally.add(inputs.of(2), Answer.of(""));

    assertThat(tally.byClass()).isEqualTo(Map.of("4xx", 2L, "no response", 1L));
    assertThat(tally.breaches()).singleElement().asString().contains("input 0");
  }

  private static HostileInputs inputs() {
    try {
      JsonNode document = new ObjectMapper().readTree(DOCUMENT);
      return new HostileInputs(
          1,
          Endpoint.of("case", document),
          Map.of("case", new Values(document, Map.of())),
          "Bearer valid");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
