package org.okno.intake.questionnaire;

import java.util.stream.Stream;

/** Somebody can find out where help is needed. */
record KnownPlace() implements Check {

  @Override
  public void check(Answers answers, Facts facts, ValidationErrors errors) {
    Answers beneficiary = answers.object("beneficiary");
    if (Stream.of("territory", "address", "point").noneMatch(answers::has)
        && (beneficiary == null || !beneficiary.has("address"))) {
      errors.add("/territory", "is missing; where it is not known, give address or point");
    }
  }
}
