package org.okno.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AsyncApiTest {
  private static final JsonNode DOCUMENT = AsyncApi.document(new Schemas());

  @Test
  void shouldBeCommittedAsTheRecordsSay() {
    Repository.shouldHold(Repository.resource("asyncapi.json"), JsonText.text(DOCUMENT));
  }

  @Test
  void shouldHaveAChannelForEveryTopic() {
    assertThat(DOCUMENT.path("channels").findValuesAsText("address"))
        .containsExactlyInAnyOrder(
            Arrays.stream(EventType.values())
                .map(EventType::topic)
                .distinct()
                .toArray(String[]::new));
  }

  @ParameterizedTest
  @EnumSource
  void shouldSendEveryTypeByItsProducerToItsTopic(EventType type) {
    List<JsonNode> operations =
        DOCUMENT.path("operations").valueStream().filter(sends(type)).toList();

    assertThat(operations).hasSize(1);
    assertThat(resolved(operations.getFirst().path("channel")).path("address").asText())
        .isEqualTo(type.topic());
  }

  @ParameterizedTest
  @EnumSource
  void shouldTellTheHeadersThatNameTheType(EventType type) {
    JsonNode headers =
        DOCUMENT.path("components").path("messages").path(type.typeName()).path("headers");

    assertThat(headers.at("/allOf/1/properties/ce_type/const").asText()).isEqualTo(type.typeName());
    assertThat(headers.at("/allOf/1/properties/ce_source/const").asText())
        .isEqualTo(type.source().toString());
  }

  @Test
  void shouldPointOnlyToWhatIsThere() {
    assertThat(DOCUMENT.findValuesAsText("$ref"))
        .isNotEmpty()
        .allSatisfy(ref -> assertThat(DOCUMENT.at(ref.substring(1)).isMissingNode()).isFalse());
  }

  private static Predicate<JsonNode> sends(EventType type) {
    return operation ->
        operation.path("action").asText().equals("send")
            && operation
                .path("messages")
                .valueStream()
                .map(message -> resolved(resolved(message)).path("name").asText())
                .anyMatch(type.typeName()::equals);
  }

  private static JsonNode resolved(JsonNode ref) {
    return DOCUMENT.at(ref.path("$ref").asText().substring(1));
  }
}
