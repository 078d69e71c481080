package org.okno.intake.questionnaire;

import java.util.HashSet;
import java.util.Set;

/** No need and no target group is named twice. */
record NamedOnce() implements Check {

  @Override
  public void check(Answers answers, Facts facts, ValidationErrors errors) {
    Set<String> needs = new HashSet<>();
    for (Answers need : answers.objects("needs")) {
      String code = need.text("need");
      if (code != null) {
        require(needs.add(code), need.at("need"), errors);
      }
    }
    Set<String> groups = new HashSet<>();
    for (Answers.Element group : answers.texts("targetGroups")) {
      require(groups.add(group.text()), group.pointer(), errors);
    }
  }

  private static void require(boolean first, String pointer, ValidationErrors errors) {
    if (!first) {
      errors.add(pointer, "is a duplicate; name it once");
    }
  }
}
