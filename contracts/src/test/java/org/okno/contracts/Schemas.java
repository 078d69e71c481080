package org.okno.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.generator.impl.module.SimpleTypeModule;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The JSON Schema (draft 2020-12) of each event type, made from its record. A component is required
 * unless it is {@code @Nullable}; what is null is left out when written. Further properties are
 * allowed, since readers ignore what they do not know.
 */
final class Schemas {
  private final Javadoc javadoc;
  private final SchemaGenerator generator;

  Schemas() {
    javadoc = Javadoc.of(Repository.at("contracts/src/main/java"));
    generator = new SchemaGenerator(config().build());
  }

  /** The words the schemas take their descriptions from. */
  Javadoc javadoc() {
    return javadoc;
  }

  /** The schema of a type, as its record says it now. */
  ObjectNode of(EventType type) {
    ObjectNode generated = generator.generateSchema(type.record());
    ObjectNode schema = JsonText.object();
    schema.set("$schema", generated.remove("$schema"));
    schema.put("$id", "urn:okno:schema:" + type.typeName());
    schema.put("title", type.record().getSimpleName());
    JsonNode description = generated.remove("description");
    if (description != null) {
      schema.set("description", description);
    }
    JsonNode definitions = generated.remove("$defs");
    schema.setAll(generated);
    if (definitions != null) {
      schema.set("$defs", definitions);
    }
    return schema;
  }

  /** Where the schema of a type is committed. */
  static Path file(EventType type) {
    return Repository.resource("schemas/" + type.typeName() + ".json");
  }

  private SchemaGeneratorConfigBuilder config() {
    SchemaGeneratorConfigBuilder config =
        new SchemaGeneratorConfigBuilder(SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
            .with(Option.DEFINITIONS_FOR_ALL_OBJECTS, Option.EXTRA_OPEN_API_FORMAT_VALUES)
            .with(
                new SimpleTypeModule()
                    .withStringType(UUID.class, "uuid")
                    .withStringType(Instant.class, "date-time")
                    .withStringType(LocalDate.class, "date"));
    config
        .forTypesInGeneral()
        .withPropertySorter((_, _) -> 0) // as declared
        .withDescriptionResolver(type -> javadoc.of(type.getType().getErasedType()).orElse(null));
    config
        .forFields()
        .withRequiredCheck(field -> !isNullable(field))
        .withDescriptionResolver(this::description);
    return config;
  }

  private @Nullable String description(FieldScope field) {
    return field.isFakeContainerItemScope()
        ? null
        : javadoc
            .of(field.getDeclaringType().getErasedType(), field.getDeclaredName())
            .orElse(null);
  }

  private static boolean isNullable(FieldScope field) {
    return field.getRawMember().getAnnotatedType().isAnnotationPresent(Nullable.class);
  }
}
