package org.okno.intake.channels;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import org.jspecify.annotations.Nullable;
import org.okno.http.Problem;
import org.okno.intake.mapping.Mapping;
import org.okno.intake.mapping.MappingException;
import org.okno.intake.questionnaire.DocumentSchema;
import org.okno.intake.questionnaire.ValidationErrors;
import org.yaml.snakeyaml.LoaderOptions;

/** Reads a channel's file: YAML, of which JSON is a part. */
final class ChannelFileReader {
  /** Longest file, in characters. */
  static final int MAX_LENGTH = 1 << 20;

  private static final YAMLMapper YAML = new YAMLMapper(yaml());
  private static final JsonMapper JSON =
      JsonMapper.builder().configure(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS, true).build();
  private static final DocumentSchema SCHEMA =
      DocumentSchema.read(ChannelFileReader.class, "channel-file.json");

  private ChannelFileReader() {}

  /**
   * The channel that a file says, its mappings compiled; its samples are not tried yet.
   *
   * @throws org.okno.http.ProblemException 400 with every error
   */
  static Channel read(String text) {
    JsonNode tree = tree(text);
    ValidationErrors errors = new ValidationErrors();
    if (!tree.isObject()) {
      errors.add("", "expected an object with the fields of a channel");
    } else {
      SCHEMA.validate(tree, errors);
    }
    if (!errors.isEmpty()) {
      throw Problem.invalid(errors.all()).asException();
    }
    ChannelFile file = file(tree);
    Channel channel =
        new Channel(
            file,
            text,
            mapping(file.mapping(), "/mapping", errors),
            mapping(accepted(file), "/responses/accepted", errors),
            mapping(rejected(file), "/responses/rejected", errors));
    for (int i = 0; i < file.tried().size(); i++) {
      ChannelFile.Sample sample = file.tried().get(i);
      if ((sample.questionnaire() == null) == (sample.rejected() == null)) {
        errors.add("/samples/" + i, "expected either questionnaire or rejected");
      }
    }
    if (!errors.isEmpty()) {
      throw Problem.invalid(errors.all()).asException();
    }
    return channel;
  }

  private static @Nullable String accepted(ChannelFile file) {
    return file.responses() == null ? null : file.responses().accepted();
  }

  private static @Nullable String rejected(ChannelFile file) {
    return file.responses() == null ? null : file.responses().rejected();
  }

  private static @Nullable Mapping mapping(
      @Nullable String expression, String pointer, ValidationErrors errors) {
    try {
      return expression == null ? null : Mapping.of(expression);
    } catch (MappingException e) {
      errors.add(pointer, String.valueOf(e.getMessage()));
      return null;
    }
  }

  private static JsonNode tree(String text) {
    if (text.length() > MAX_LENGTH) {
      throw Problem.of(413, "too-large", "The file is too large", "At most 1 MiB of text.")
          .asException();
    }
    try {
      return YAML.readTree(text);
    } catch (JsonProcessingException e) {
      String at =
          e.getLocation() == null
              ? ""
              : " Reading stopped at line %d, column %d."
                  .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
      throw Problem.of(400, "malformed", "The file is not YAML", "Send one YAML document." + at)
          .asException();
    } catch (StackOverflowError e) {
      throw Problem.of(400, "malformed", "The file is not YAML", "It is nested too deeply.")
          .asException();
    }
  }

  private static ChannelFile file(JsonNode tree) {
    try {
      return JSON.treeToValue(tree, ChannelFile.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the schema of a channel's file and its record differ");
    }
  }

  private static YAMLFactory yaml() {
    LoaderOptions bounds = new LoaderOptions();
    bounds.setMaxAliasesForCollections(0);
    bounds.setAllowDuplicateKeys(false);
    bounds.setNestingDepthLimit(50);
    bounds.setCodePointLimit(MAX_LENGTH);
    return YAMLFactory.builder()
        .loaderOptions(bounds)
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .build();
  }
}
