package org.okno.intake.questionnaire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.okno.intake.questionnaire.FilledQuestionnaire.AskedNeed;
import org.okno.intake.questionnaire.Vocabulary.Axis;

/** The coded fields of one questionnaire: each code must be known, none may stand twice. */
final class Codes {
  private static final int MAX_CODE = 100;
  private static final Set<String> NEED_FIELDS = Set.of("need", "situation");

  private final Vocabulary vocabulary;
  private final WrongFields wrong;
  private final Set<String> needsSeen = new HashSet<>();
  private final Set<String> groupsSeen = new HashSet<>();

  Codes(Vocabulary vocabulary, WrongFields wrong) {
    this.vocabulary = vocabulary;
    this.wrong = wrong;
  }

  @Nullable String channel(@Nullable String code, String pointer) {
    if (code != null && !vocabulary.hasChannel(code)) {
      wrong.add(pointer, "unknown channel; GET /v1/channels lists them");
    }
    return code;
  }

  @Nullable String territory(@Nullable String code, String pointer) {
    if (code != null && !vocabulary.hasTerritory(code)) {
      wrong.add(pointer, "unknown territory; GET /v1/territories lists them");
    }
    return code;
  }

  @Nullable AskedNeed need(JsonNode node, String pointer) {
    if (!node.isObject()) {
      wrong.add(pointer, "expected an object with need and situation");
      return null;
    }
    Fields fields = new Fields(node, pointer, wrong, NEED_FIELDS);
    String need = fields.required("need", MAX_CODE);
    String situation = fields.optional("situation", MAX_CODE);
    if (need != null) {
      known(Axis.NEED, need, pointer + "/need", "unknown need; GET /v1/needs lists them");
      once(needsSeen, need, pointer + "/need");
    }
    if (situation != null) {
      known(Axis.SITUATION, situation, pointer + "/situation", "unknown life situation");
    }
    return need == null ? null : new AskedNeed(need, situation);
  }

  @Nullable String targetGroup(JsonNode node, String pointer) {
    String group = Texts.read(node, pointer, MAX_CODE, wrong);
    if (group != null) {
      known(Axis.TARGET_GROUP, group, pointer, "unknown target group");
      once(groupsSeen, group, pointer);
    }
    return group;
  }

  private void known(Axis axis, String code, String pointer, String otherwise) {
    if (!vocabulary.hasTerm(axis, code)) {
      wrong.add(pointer, otherwise);
    }
  }

  private void once(Set<String> seen, String code, String pointer) {
    if (!seen.add(code)) {
      wrong.add(pointer, "stands twice; name it once");
    }
  }
}
