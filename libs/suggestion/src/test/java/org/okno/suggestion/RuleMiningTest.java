package org.okno.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleMiningTest {

  @Test
  void shouldProposeTheUsualAgencyWithItsSupport() {
    assertThat(mined("food", "Северный", "").agency()).isEqualTo("Центр помощи Северного района");
    assertThat(mined("food", "Северный", "").support()).isEqualTo(10);
  }

  @Test
  void shouldProposeTheSameKindWhereADistrictHasNotSeenTheNeed() {
    MinedRule rule = mined("legal", "Западный", "");
    assertThat(rule.agency()).isEqualTo("Юристы Западного района");
    assertThat(rule.support()).isZero();
  }

  @Test
  void shouldProposeAnExceptionForAMunicipalityThatHasAnotherAgency() {
    List<SettledNeed> settled = new ArrayList<>(AgencyTrainingTest.settled());
    for (int i = 0; i < 20; i++) {
      settled.add(
          new SettledNeed(
              new Assignment("", "food", List.of("Южный", "Заречье", "")), "Приход", 1));
      settled.add(
          new SettledNeed(
              new Assignment("", "food", List.of("Южный", "Центр", "")),
              "Центр помощи Южного района",
              1));
    }
    RuleBook rules = new RuleBook(new RuleMining(settled).mine());
    assertThat(agency(rules, "Заречье")).isEqualTo("Приход");
    assertThat(agency(rules, "Центр")).isEqualTo("Центр помощи Южного района");
  }

  @Test
  void shouldHaveNoRuleForANeedThatHistoryDoesNotKnow() {
    RuleBook rules = new RuleBook(new RuleMining(AgencyTrainingTest.settled()).mine());
    assertThat(rules.rule(new Assignment("", "fire", List.of("Южный", "", "")))).isEmpty();
  }

  private static String agency(RuleBook rules, String municipality) {
    return rules
        .rule(new Assignment("", "food", List.of("Южный", municipality, "")))
        .orElseThrow()
        .agency();
  }

  private static MinedRule mined(String need, String district, String municipality) {
    return new RuleBook(new RuleMining(AgencyTrainingTest.settled()).mine())
        .rule(new Assignment("", need, List.of(district, municipality, "")))
        .orElseThrow();
  }
}
