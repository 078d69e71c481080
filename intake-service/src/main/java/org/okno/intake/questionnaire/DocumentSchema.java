package org.okno.intake.questionnaire;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.NonValidationKeyword;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * A JSON Schema (2020-12) that is part of the program.
 *
 * @param document as it is written
 */
public record DocumentSchema(JsonNode document, JsonSchema schema) {
  private static final JsonMapper JSON = new JsonMapper();
  private static final List<String> ANNOTATIONS =
      List.of("x-text", "x-title", "x-codes", "x-expected");

  /** Reads a resource beside a class. */
  public static DocumentSchema read(Class<?> beside, String name) {
    try (InputStream file = requireNonNull(beside.getResourceAsStream(name), name)) {
      JsonNode document = JSON.readTree(file);
      return new DocumentSchema(document, compile(document));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Adds what is wrong with a document: for each field its pointer and what is expected. */
  public void validate(JsonNode instance, ValidationErrors errors) {
    schema.validate(instance).forEach(message -> SchemaErrors.add(message, document, errors));
  }

  private static JsonSchema compile(JsonNode document) {
    JsonMetaSchema draft =
        JsonMetaSchema.builder(JsonMetaSchema.getV202012())
            .keywords(ANNOTATIONS.stream().map(NonValidationKeyword::new).toList())
            .build();
    JsonSchema schema =
        JsonSchemaFactory.getInstance(VersionFlag.V202012, factory -> factory.metaSchema(draft))
            .getSchema(
                document, SchemaValidatorsConfig.builder().pathType(PathType.JSON_POINTER).build());
    schema.initializeValidators();
    return schema;
  }
}
