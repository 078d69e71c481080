package org.okno.intake.questionnaire;

import org.okno.intake.directory.Directory;
import org.okno.intake.directory.Directory.Axis;

/** Each code is one of the directory. */
record KnownCodes() implements Check {

  @Override
  public void check(Answers answers, Facts facts, ValidationErrors errors) {
    Directory directory = facts.directory();
    String channel = answers.text("channel");
    if (channel != null && !directory.hasChannel(channel)) {
      errors.add("/channel", "unknown channel; GET /v1/channels lists them");
    }
    String territory = answers.text("territory");
    if (territory != null && !directory.hasTerritory(territory)) {
      errors.add("/territory", "unknown territory; GET /v1/territories lists them");
    }
    for (Answers need : answers.objects("needs")) {
      check(need, "need", directory, Axis.NEED, "need; GET /v1/needs", errors);
      check(need, "situation", directory, Axis.SITUATION, "situation; GET /v1/situations", errors);
    }
    for (Answers.Element group : answers.texts("targetGroups")) {
      if (!directory.hasTerm(Axis.TARGET_GROUP, group.text())) {
        errors.add(group.pointer(), "unknown target group; GET /v1/target-groups lists them");
      }
    }
  }

  private static void check(
      Answers need,
      String field,
      Directory directory,
      Axis axis,
      String what,
      ValidationErrors errors) {
    String code = need.text(field);
    if (code != null && !directory.hasTerm(axis, code)) {
      errors.add(need.at(field), "unknown " + what + " lists them");
    }
  }
}
