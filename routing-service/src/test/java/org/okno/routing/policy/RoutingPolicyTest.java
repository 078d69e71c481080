package org.okno.routing.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.okno.contracts.HeldNeed.Candidate;
import org.okno.routing.directory.DirectoryFixture;
import org.okno.routing.policy.RoutingPolicy.Outcome;

class RoutingPolicyTest {
  private final RoutingPolicy policy = RoutingPolicy.standard();

  @Test
  void shouldPlaceWithTheOnlyAgencyOfTheTerritory() {
    Outcome outcome = decide(DirectoryFixture.region().offer("a", "food", "D"), "food", "D");

    assertThat(placed(outcome).rule().name()).isEqualTo("service-in-territory");
    assertThat(placed(outcome).rule().version()).isEqualTo(1);
    assertThat(placed(outcome).answer().agency().id()).isEqualTo("a");
    assertThat(placed(outcome).answer().reason())
        .isEqualTo("Agency a is the only agency that offers 'food' in Territory D");
  }

  @Test
  void shouldPlaceWithTheNearestTerritoryAbove() {
    Outcome outcome =
        decide(
            DirectoryFixture.region().offer("region", "food", "R").offer("town", "food", "M"),
            "food",
            "D");

    assertThat(placed(outcome).rule().name()).isEqualTo("service-in-parent-territory");
    assertThat(placed(outcome).answer().agency().id()).isEqualTo("town");
    assertThat(placed(outcome).answer().reason())
        .isEqualTo(
            "Agency town is the only agency that offers 'food' in Territory M, the nearest place where it is offered");
  }

  @Test
  void shouldPreferTheOfferForThePersonsGroupInTheSameTerritory() {
    DirectoryFixture directory =
        DirectoryFixture.region().offer("all", "food", "D").offer("vets", "food", "D", "veteran");

    Outcome veteran = decide(directory, "food", "D", "veteran");
    Outcome anybody = decide(directory, "food", "D");

    assertThat(placed(veteran).rule().name()).isEqualTo("target-group-in-territory");
    assertThat(placed(veteran).answer().agency().id()).isEqualTo("vets");
    assertThat(placed(veteran).answer().reason()).contains("for veteran");
    assertThat(placed(anybody).answer().agency().id()).isEqualTo("all");
  }

  @Test
  void shouldPreferTheNearPlaceToTheBetterFitFarAway() {
    Outcome outcome =
        decide(
            DirectoryFixture.region()
                .offer("town", "food", "M")
                .offer("vets", "food", "R", "veteran"),
            "food",
            "D",
            "veteran");

    assertThat(placed(outcome).answer().agency().id()).isEqualTo("town");
  }

  @Test
  void shouldPassOverOffersForOthersOnTheWayUp() {
    Outcome outcome =
        decide(
            DirectoryFixture.region()
                .offer("vets", "food", "M", "veteran")
                .offer("all", "food", "R"),
            "food",
            "D");

    assertThat(placed(outcome).answer().agency().id()).isEqualTo("all");
  }

  @Test
  void shouldPlaceByTargetGroupAbove() {
    Outcome outcome =
        decide(
            DirectoryFixture.region().offer("vets", "food", "R", "veteran"),
            "food",
            "D",
            "veteran");

    assertThat(placed(outcome).rule().name()).isEqualTo("target-group-in-parent-territory");
  }

  @Test
  void shouldHoldWhatTwoAgenciesOfferAlike() {
    Outcome outcome =
        decide(
            DirectoryFixture.region().offer("b", "food", "D").offer("a", "food", "D"), "food", "D");

    assertThat(held(outcome).reason()).isEqualTo("2 agencies offer 'food' in Territory D alike");
    assertThat(agencies(held(outcome))).containsExactly("a", "b");
    assertThat(held(outcome).candidates().getFirst().reason())
        .isEqualTo("offers 'food' in Territory D");
  }

  @Test
  void shouldNotAskLaterRulesAfterAnAmbiguousOne() {
    Outcome outcome =
        decide(
            DirectoryFixture.region()
                .offer("a", "food", "D", "veteran")
                .offer("b", "food", "D", "veteran", "elderly")
                .offer("all", "food", "D"),
            "food",
            "D",
            "veteran");

    assertThat(agencies(held(outcome))).containsExactly("a", "b");
  }

  @Test
  void shouldNameAtMostThreeCandidates() {
    DirectoryFixture directory = DirectoryFixture.region();
    for (String agency : List.of("e", "d", "c", "b", "a")) {
      directory.offer(agency, "food", "D");
    }

    RoutingPolicy.Outcome.Held held = held(decide(directory, "food", "D"));

    assertThat(held.reason()).startsWith("5 agencies");
    assertThat(agencies(held)).containsExactly("a", "b", "c");
  }

  @Test
  void shouldTakeTwoServicesOfOneAgencyAsOneAndTheQuickerOfThem() {
    Outcome outcome =
        decide(
            DirectoryFixture.region()
                .service("a", "food", "D", "active", 48)
                .service("a", "food", "D", "active", 6),
            "food",
            "D");

    assertThat(placed(outcome).answer().service().respondWithinHours()).isEqualTo(6);
  }

  @Test
  void shouldPassOverServicesThatAreNotActive() {
    Outcome outcome =
        decide(
            DirectoryFixture.region()
                .service("closed", "food", "D", "temporarily closed", 24)
                .service("gone", "food", "D", "defunct", 24)
                .service("idle", "food", "D", "inactive", 24)
                .offer("open", "food", "R"),
            "food",
            "D");

    assertThat(placed(outcome).answer().agency().id()).isEqualTo("open");
  }

  @Test
  void shouldGuessWhoHelpsOthersThenNeighboursThenWhoeverWorksHere() {
    Outcome outcome =
        decide(
            DirectoryFixture.region()
                .offer("here", "legal", "D")
                .offer("next-door", "food", "E")
                .offer("vets", "food", "D", "veteran"),
            "food",
            "D");

    assertThat(held(outcome).reason())
        .isEqualTo("no agency offers 'food' in Territory D or above it for this person");
    assertThat(held(outcome).candidates())
        .extracting(candidate -> candidate.agency().id(), Candidate::reason)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "vets", "offers 'food' in Territory D, but for veteran"),
            org.assertj.core.groups.Tuple.tuple("next-door", "offers 'food' in Territory E"),
            org.assertj.core.groups.Tuple.tuple("here", "works in Territory D, with other needs"));
  }

  @Test
  void shouldGuessFromTheTerritoriesBelow() {
    Outcome outcome = decide(DirectoryFixture.region().offer("below", "food", "D"), "food", "M");

    assertThat(agencies(held(outcome))).containsExactly("below");
  }

  @Test
  void shouldHoldWithoutGuessesWhenNobodyIsNear() {
    assertThat(held(decide(DirectoryFixture.region(), "food", "D")).candidates()).isEmpty();
  }

  @Test
  void shouldHoldAnUnknownTerritoryWithoutRepeatingIt() {
    Outcome outcome =
        decide(DirectoryFixture.region().offer("a", "food", "D"), "food", "no-such-place");

    assertThat(held(outcome).reason())
        .isEqualTo("the territory of the request is not in the directory");
    assertThat(agencies(held(outcome))).containsExactly("a");
  }

  @Test
  void shouldHoldAnUnknownNeedWithoutRepeatingIt() {
    Outcome outcome =
        decide(DirectoryFixture.region().offer("a", "food", "D"), "no-such-need", "D");

    assertThat(held(outcome).reason()).isEqualTo("the need is not in the directory");
    assertThat(agencies(held(outcome))).containsExactly("a");
  }

  @Test
  void shouldTakeAnUnknownTargetGroupForNone() {
    Outcome outcome =
        decide(DirectoryFixture.region().offer("all", "food", "D"), "food", "D", "no-such-group");

    assertThat(placed(outcome).answer().agency().id()).isEqualTo("all");
  }

  @Test
  void shouldAnswerEqualQuestionsEqually() {
    DirectoryFixture directory =
        DirectoryFixture.region().offer("b", "food", "E").offer("a", "food", "N");

    assertThat(decide(directory, "food", "D")).isEqualTo(decide(directory, "food", "D"));
  }

  private Outcome decide(
      DirectoryFixture directory, String need, String territory, String... groups) {
    return policy.decide(directory.snapshot(), need, territory, Set.of(groups));
  }

  private static Outcome.Placed placed(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Placed.class);
    return (Outcome.Placed) outcome;
  }

  private static Outcome.Held held(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Held.class);
    return (Outcome.Held) outcome;
  }

  private static List<String> agencies(Outcome.Held held) {
    return held.candidates().stream().map(candidate -> candidate.agency().id()).toList();
  }
}
