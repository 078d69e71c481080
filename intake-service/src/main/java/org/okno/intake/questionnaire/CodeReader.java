package org.okno.intake.questionnaire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.okno.contracts.Codes;
import org.okno.intake.directory.Directory;
import org.okno.intake.directory.Directory.Axis;
import org.okno.intake.questionnaire.SubmittedQuestionnaire.Need;

/** The coded fields of one questionnaire: each code must be known, none may be repeated. */
final class CodeReader {
  static final int MAX_LENGTH = Codes.MAX_LENGTH;
  private static final Set<String> NEED_FIELDS = Set.of("need", "situation");

  private final Directory directory;
  private final ValidationErrors errors;
  private final Set<String> needsSeen = new HashSet<>();
  private final Set<String> groupsSeen = new HashSet<>();

  CodeReader(Directory directory, ValidationErrors errors) {
    this.directory = directory;
    this.errors = errors;
  }

  @Nullable String channel(@Nullable String code, String pointer) {
    if (code != null && !directory.hasChannel(code)) {
      errors.add(pointer, "unknown channel; GET /v1/channels lists them");
    }
    return code;
  }

  @Nullable String territory(@Nullable String code, String pointer) {
    if (code != null && !directory.hasTerritory(code)) {
      errors.add(pointer, "unknown territory; GET /v1/territories lists them");
    }
    return code;
  }

  @Nullable Need need(JsonNode node, String pointer) {
    if (!node.isObject()) {
      errors.add(pointer, "expected an object with need and situation");
      return null;
    }
    JsonFields fields = new JsonFields(node, pointer, errors, NEED_FIELDS);
    String need = fields.requiredCode("need");
    String situation = fields.optionalCode("situation");
    if (need != null) {
      known(Axis.NEED, need, pointer + "/need", "unknown need; GET /v1/needs lists them");
      once(needsSeen, need, pointer + "/need");
    }
    if (situation != null) {
      known(
          Axis.SITUATION,
          situation,
          pointer + "/situation",
          "unknown situation; GET /v1/situations lists them");
    }
    return need == null ? null : new Need(need, situation);
  }

  @Nullable String targetGroup(JsonNode node, String pointer) {
    String group = Texts.code(node, pointer, errors);
    if (group != null) {
      known(
          Axis.TARGET_GROUP,
          group,
          pointer,
          "unknown target group; GET /v1/target-groups lists them");
      once(groupsSeen, group, pointer);
    }
    return group;
  }

  private void known(Axis axis, String code, String pointer, String error) {
    if (!directory.hasTerm(axis, code)) {
      errors.add(pointer, error);
    }
  }

  private void once(Set<String> seen, String code, String pointer) {
    if (!seen.add(code)) {
      errors.add(pointer, "is a duplicate; name it once");
    }
  }
}
