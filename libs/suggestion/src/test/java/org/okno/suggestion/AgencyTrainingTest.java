package org.okno.suggestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AgencyTrainingTest {
  private static final AgencyClassifier AGENCIES =
      new AgencyTraining(Phrases.settings()).train(settled()).classifier();

  @Test
  void shouldNameTheAgencyOfTheDistrictWithItsSupport() {
    AgencyCandidate first = AGENCIES.candidates(assignment("food", "Северный"), 3).getFirst();
    assertThat(first.agency()).isEqualTo("Центр помощи Северного района");
    assertThat(first.support()).isEqualTo(10);
    assertThat(first.confidence()).isBetween(0.5, 1.0);
  }

  @Test
  void shouldNameTheSameKindOfAgencyWhereADistrictHasNotSeenTheNeed() {
    assertThat(AGENCIES.candidates(assignment("legal", "Западный"), 1))
        .singleElement()
        .extracting(AgencyCandidate::agency)
        .isEqualTo("Юристы Западного района");
  }

  @Test
  void shouldGiveThreeCandidatesBestFirst() {
    assertThat(AGENCIES.candidates(assignment("food", "Южный"), 3))
        .hasSize(3)
        .extracting(AgencyCandidate::confidence)
        .isSortedAccordingTo((a, b) -> Double.compare(b, a));
  }

  @Test
  void shouldKnowSomethingForANeedAndATerritoryItHasNeverSeen() {
    float sum = 0;
    for (float p : AGENCIES.probabilities(assignment("fire", "Nowhere"))) {
      sum += p;
    }
    assertThat(sum).isCloseTo(1, within(1e-3f));
  }

  @Test
  void shouldFollowTheNeedsThatAreSuspected() {
    float[] both =
        AGENCIES.probabilities(assignment("", "Северный"), Map.of("food", 0.7, "legal", 0.3));
    int food = AGENCIES.agencies().indexOf("Центр помощи Северного района");
    int legal = AGENCIES.agencies().indexOf("Юристы Северного района");
    assertThat(both[food]).isGreaterThan(both[legal]);
    assertThat(both[legal]).isGreaterThan(0.1f);
  }

  @Test
  void shouldRefuseASingleAgency() {
    List<SettledNeed> one =
        List.of(new SettledNeed(assignment("food", "Южный"), "Центр помощи Южного района", 1));
    assertThatThrownBy(() -> new AgencyTraining(Phrases.settings()).train(one))
        .isInstanceOf(TrainingException.class);
  }

  /** In three districts; the western one has not had a legal need, but a lawyers' office. */
  static List<SettledNeed> settled() {
    List<SettledNeed> settled = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      settle(settled, "Северный", "Северного", "legal");
      settle(settled, "Южный", "Южного", "legal");
      settle(settled, "Западный", "Западного", "family-law");
    }
    return settled;
  }

  private static void settle(
      List<SettledNeed> settled, String district, String ofDistrict, String legal) {
    settled.add(
        new SettledNeed(assignment("food", district), "Центр помощи " + ofDistrict + " района", 1));
    settled.add(
        new SettledNeed(assignment(legal, district), "Юристы " + ofDistrict + " района", 1));
  }

  private static Assignment assignment(String need, String district) {
    return new Assignment("", need, List.of(district, "", ""));
  }
}
