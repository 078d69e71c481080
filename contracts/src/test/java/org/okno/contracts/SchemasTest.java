package org.okno.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchemasTest {
  private static final Schemas SCHEMAS = new Schemas();

  @ParameterizedTest
  @EnumSource
  void shouldBeCommittedAsTheRecordsSay(EventType type) {
    Repository.shouldHold(Schemas.file(type), JsonText.text(SCHEMAS.of(type)));
  }

  @ParameterizedTest
  @EnumSource
  void shouldTakeTheGoldenSample(EventType type) {
    assertThat(wrongIn(type, sample(type))).isEmpty();
  }

  @Test
  void shouldRefuseASampleThatLacksARequiredProperty() {
    String sample = sample(EventType.PERSON_ERASED).replace("personId", "person");

    assertThat(wrongIn(EventType.PERSON_ERASED, sample)).hasSize(1);
  }

  @Test
  void shouldRefuseATimeThatIsNone() {
    String sample = sample(EventType.CASE_CLOSED).replace("2026-03-06T", "Friday, ");

    assertThat(wrongIn(EventType.CASE_CLOSED, sample)).hasSize(1);
  }

  @Test
  void shouldRequireEverythingThatIsNotNullable() {
    JsonNode summary = SCHEMAS.of(EventType.DAILY_SUMMARY_REVISED);

    assertThat(summary.at("/properties").has("agency")).isTrue();
    assertThat(summary.at("/required"))
        .map(JsonNode::asText)
        .contains("day", "received")
        .doesNotContain("agency", "toDecision");
  }

  @ParameterizedTest
  @ValueSource(strings = {"samples", "schemas", "released"})
  void shouldHoldNoFileOfATypeThatIsNotThere(String folder) throws IOException {
    Set<String> expected =
        Arrays.stream(EventType.values())
            .map(type -> type.typeName() + ".json")
            .collect(Collectors.toSet());

    try (Stream<Path> files = Files.list(Repository.resource(folder))) {
      assertThat(files.map(file -> file.getFileName().toString())).isSubsetOf(expected);
    }
  }

  private static Set<String> wrongIn(EventType type, String data) {
    JsonSchema schema =
        JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(SCHEMAS.of(type));
    return schema
        .validate(
            data,
            InputFormat.JSON,
            run -> run.getExecutionConfig().setFormatAssertionsEnabled(true))
        .stream()
        .map(ValidationMessage::getMessage)
        .collect(Collectors.toSet());
  }

  private static String sample(EventType type) {
    return Repository.read(Repository.sample(type));
  }
}
