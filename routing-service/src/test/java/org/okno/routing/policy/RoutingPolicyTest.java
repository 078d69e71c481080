package org.okno.routing.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.okno.contracts.HeldNeed.Candidate;
import org.okno.contracts.Reasons;
import org.okno.routing.directory.DirectoryFixture;
import org.okno.routing.policy.RoutingPolicy.Outcome;

class RoutingPolicyTest {
  private final RoutingPolicy policy = RoutingPolicy.standard();

  @Test
  void shouldAssignToTheOnlyAgencyOfTheTerritory() {
    Outcome outcome = decide(DirectoryFixture.region().offer("a", "food", "D"), "food", "D");

    assertThat(assigned(outcome).rule().name()).isEqualTo("service-in-territory");
    assertThat(assigned(outcome).rule().version()).isEqualTo(1);
    assertThat(assigned(outcome).result().agency().id()).isEqualTo("a");
    assertThat(assigned(outcome).result().reason())
        .isEqualTo(
            new Reason("only-agency", Map.of("agency", "Agency a", "territory", "Territory D")));
  }

  @Test
  void shouldHoldANeedWhoseTerritoryIsNotClearWithTheAgenciesOfItsCandidates() {
    DirectoryFixture directory =
        DirectoryFixture.region().offer("a", "food", "D").offer("b", "food", "M");

    Outcome unclear =
        policy.holdUnclear(directory.snapshot(), "food", List.of("D", "M", "gone"), Set.of());
    Outcome unknown = policy.holdUnclear(directory.snapshot(), "food", List.of(), Set.of());

    assertThat(unclear)
        .isInstanceOfSatisfying(
            Outcome.Held.class,
            held -> {
              assertThat(held.reason())
                  .isEqualTo(
                      new Reason(
                          "territory-unclear", Map.of("territories", "Territory D, Territory M")));
              assertThat(held.candidates())
                  .extracting(candidate -> candidate.agency().id())
                  .containsExactly("a", "b");
            });
    assertThat(unknown)
        .isEqualTo(new Outcome.Held(new Reason("territory-not-found", Map.of()), List.of()));
  }

  @Test
  void shouldAssignInTheNearestTerritoryAbove() {
    Outcome outcome =
        decide(
            DirectoryFixture.region().offer("region", "food", "R").offer("town", "food", "M"),
            "food",
            "D");

    assertThat(assigned(outcome).rule().name()).isEqualTo("service-in-parent-territory");
    assertThat(assigned(outcome).result().agency().id()).isEqualTo("town");
    assertThat(assigned(outcome).result().reason())
        .isEqualTo(
            new Reason("only-agency", Map.of("agency", "Agency town", "territory", "Territory M")));
  }

  @Test
  void shouldPreferTheOfferForThePersonsGroupInTheSameTerritory() {
    DirectoryFixture directory =
        DirectoryFixture.region().offer("all", "food", "D").offer("vets", "food", "D", "veteran");

    Outcome veteran = decide(directory, "food", "D", "veteran");
    Outcome anybody = decide(directory, "food", "D");

    assertThat(assigned(veteran).rule().name()).isEqualTo("target-group-in-territory");
    assertThat(assigned(veteran).result().agency().id()).isEqualTo("vets");
    assertThat(assigned(veteran).result().reason())
        .isEqualTo(
            new Reason(
                "only-agency-for-group",
                Map.of("agency", "Agency vets", "territory", "Territory D", "groups", "veteran")));
    assertThat(assigned(anybody).result().agency().id()).isEqualTo("all");
  }

  @Test
  void shouldPreferTheNearTerritoryToTheBetterFitFarAway() {
    Outcome outcome =
        decide(
            DirectoryFixture.region()
                .offer("town", "food", "M")
                .offer("vets", "food", "R", "veteran"),
            "food",
            "D",
            "veteran");

    assertThat(assigned(outcome).result().agency().id()).isEqualTo("town");
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

    assertThat(assigned(outcome).result().agency().id()).isEqualTo("all");
  }

  @Test
  void shouldAssignByTargetGroupAbove() {
    Outcome outcome =
        decide(
            DirectoryFixture.region().offer("vets", "food", "R", "veteran"),
            "food",
            "D",
            "veteran");

    assertThat(assigned(outcome).rule().name()).isEqualTo("target-group-in-parent-territory");
  }

  @Test
  void shouldHoldWhatTwoAgenciesOfferAlike() {
    Outcome outcome =
        decide(
            DirectoryFixture.region().offer("b", "food", "D").offer("a", "food", "D"), "food", "D");

    assertThat(held(outcome).reason())
        .isEqualTo(new Reason("several-agencies", Map.of("territory", "Territory D")));
    assertThat(agencies(held(outcome))).containsExactly("a", "b");
    assertThat(held(outcome).candidates().getFirst().reason()).isEqualTo("offers-here");
  }

  @Test
  void shouldNotApplyLaterRulesAfterAnAmbiguousOne() {
    Outcome outcome =
        decide(
            DirectoryFixture.region()
                .offer("a", "food", "D", "veteran")
                .offer("b", "food", "D", "veteran", "elderly")
                .offer("all", "food", "D"),
            "food",
            "D",
            "veteran");

    assertThat(agencies(held(outcome))).containsExactly("a", "b", "all");
  }

  @Test
  void shouldNameWhoOffersItAboveBehindTwoThatOfferItAlike() {
    Outcome outcome =
        decide(
            DirectoryFixture.region()
                .offer("b", "food", "D")
                .offer("a", "food", "D")
                .offer("town", "food", "M")
                .offer("region", "food", "R"),
            "food",
            "D");

    assertThat(agencies(held(outcome))).containsExactly("a", "b", "town");
    assertThat(held(outcome).candidates().getLast().reasonParameters())
        .isEqualTo(Map.of("territory", "Territory M"));
  }

  @Test
  void shouldNameAtMostThreeCandidates() {
    DirectoryFixture directory = DirectoryFixture.region();
    for (String agency : List.of("e", "d", "c", "b", "a")) {
      directory.offer(agency, "food", "D");
    }

    RoutingPolicy.Outcome.Held held = held(decide(directory, "food", "D"));

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

    assertThat(assigned(outcome).result().service().respondWithinHours()).isEqualTo(6);
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

    assertThat(assigned(outcome).result().agency().id()).isEqualTo("open");
  }

  @Test
  void shouldNameWhoHelpsOthersThenNeighboursThenWhoeverWorksHere() {
    Outcome outcome =
        decide(
            DirectoryFixture.region()
                .offer("here", "legal", "D")
                .offer("next-door", "food", "E")
                .offer("vets", "food", "D", "veteran"),
            "food",
            "D");

    assertThat(held(outcome).reason())
        .isEqualTo(new Reason("no-agency", Map.of("territory", "Territory D")));
    assertThat(held(outcome).candidates())
        .extracting(
            candidate -> candidate.agency().id(), Candidate::reason, Candidate::reasonParameters)
        .containsExactly(
            tuple(
                "vets",
                "offers-here-for-groups",
                Map.of("territory", "Territory D", "groups", "veteran")),
            tuple("next-door", "offers-here", Map.of("territory", "Territory E")),
            tuple("here", "works-here", Map.of("territory", "Territory D")));
  }

  @Test
  void shouldNameCandidatesFromTheTerritoriesBelow() {
    Outcome outcome = decide(DirectoryFixture.region().offer("below", "food", "D"), "food", "M");

    assertThat(agencies(held(outcome))).containsExactly("below");
  }

  @Test
  void shouldHoldWithoutCandidatesWhenNobodyIsNear() {
    assertThat(held(decide(DirectoryFixture.region(), "food", "D")).candidates()).isEmpty();
  }

  @Test
  void shouldHoldAnUnknownTerritoryWithoutRepeatingIt() {
    Outcome outcome =
        decide(DirectoryFixture.region().offer("a", "food", "D"), "food", "no-such-place");

    assertThat(held(outcome).reason()).isEqualTo(new Reason("territory-unknown", Map.of()));
    assertThat(agencies(held(outcome))).containsExactly("a");
  }

  @Test
  void shouldHoldAnUnknownNeedWithoutRepeatingIt() {
    Outcome outcome =
        decide(DirectoryFixture.region().offer("a", "food", "D"), "no-such-need", "D");

    assertThat(held(outcome).reason()).isEqualTo(new Reason("need-unknown", Map.of()));
    assertThat(agencies(held(outcome))).containsExactly("a");
  }

  @Test
  void shouldTakeAnUnknownTargetGroupForNone() {
    Outcome outcome =
        decide(DirectoryFixture.region().offer("all", "food", "D"), "food", "D", "no-such-group");

    assertThat(assigned(outcome).result().agency().id()).isEqualTo("all");
  }

  @Test
  void shouldDecideEqualInputsEqually() {
    DirectoryFixture directory =
        DirectoryFixture.region().offer("b", "food", "E").offer("a", "food", "N");

    assertThat(decide(directory, "food", "D")).isEqualTo(decide(directory, "food", "D"));
  }

  @Test
  void shouldGiveReasonsThatHaveATextInEveryLanguage() {
    DirectoryFixture directory =
        DirectoryFixture.region().offer("a", "food", "D").offer("vets", "legal", "D", "veteran");
    Reason reason = assigned(decide(directory, "legal", "D", "veteran")).result().reason();

    for (String language : List.of("ru", "kk", "en")) {
      assertThat(Reasons.text(reason.code(), reason.parameters(), Locale.of(language)))
          .contains("Agency vets", "Territory D", "veteran")
          .doesNotContain("{");
    }
  }

  private Outcome decide(
      DirectoryFixture directory, String need, String territory, String... groups) {
    return policy.decide(directory.snapshot(), need, territory, Set.of(groups));
  }

  private static Outcome.Assigned assigned(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Assigned.class);
    return (Outcome.Assigned) outcome;
  }

  private static Outcome.Held held(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Held.class);
    return (Outcome.Held) outcome;
  }

  private static List<String> agencies(Outcome.Held held) {
    return held.candidates().stream().map(candidate -> candidate.agency().id()).toList();
  }
}
