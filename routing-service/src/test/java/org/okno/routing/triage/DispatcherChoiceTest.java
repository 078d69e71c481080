package org.okno.routing.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.okno.contracts.Actor;
import org.okno.contracts.AssignmentReason;
import org.okno.contracts.HeldNeed;
import org.okno.contracts.NeedSuggestion;
import org.okno.contracts.Questionnaire;
import org.okno.contracts.RequestedNeed;
import org.okno.contracts.TerritoryRef;
import org.okno.http.Problem.FieldError;
import org.okno.http.ProblemException;
import org.okno.routing.directory.DirectoryFixture;
import org.okno.routing.directory.DirectorySnapshot;
import org.okno.testkit.SampleRequest;

class DispatcherChoiceTest {
  private static final Actor BY = new Actor("6f1c", "dispatcher");
  private static final Instant NOW = Instant.parse("2026-03-02T06:15:32Z");
  private static final Questionnaire IN_D =
      SampleRequest.of(new TerritoryRef("D", "Europe/Samara"), "hotline", NOW, "food")
          .questionnaire();
  private static final UUID FOOD = UUID.fromString("019cad30-059a-7b72-adc0-d23033fd4cf7");
  private static final UUID LEGAL = UUID.fromString("019cad30-059a-7af4-81d1-a98c6b9634a2");

  private final DirectorySnapshot directory =
      DirectoryFixture.region()
          .service("a", "food", "D", "active", 24)
          .service("a", "food", "N", "active", 2)
          .offer("b", "legal", "R")
          .snapshot();
  private final List<TriageNeed> needs =
      List.of(
          TriageNeed.of(new HeldNeed(FOOD, "food", "several-agencies", List.of(), null), IN_D),
          TriageNeed.of(new HeldNeed(LEGAL, "legal", "no-agency", List.of(), null), IN_D));

  @Test
  void shouldAssignOneNeedAndLeaveTheOtherWaiting() {
    DispatcherChoice choice = choose(needs, one(FOOD, "a"));

    assertThat(choice.assignments())
        .singleElement()
        .satisfies(
            assignment -> {
              assertThat(assignment.agency().id()).isEqualTo("a");
              assertThat(assignment.rule()).isEqualTo("dispatcher");
              assertThat(assignment.because())
                  .isEqualTo(
                      new AssignmentReason(
                          "dispatcher", 1, "dispatcher", Map.of("agency", "Agency a")));
            });
    assertThat(choice.needs()).extracting(TriageNeed::waits).containsExactly(false, true);
  }

  @Test
  void shouldUseThePromiseOfTheNearestTerritory() {
    assertThat(choose(needs, one(FOOD, "a")).assignments().getFirst().respondWithinHours())
        .isEqualTo(24);
  }

  @Test
  void shouldUseTheDefaultWhereTheAgencyPromisesNothing() {
    assertThat(choose(needs, one(FOOD, "b")).assignments().getFirst().respondWithinHours())
        .isEqualTo(72);
  }

  @Test
  void shouldRejectANeedThatIsAssignedAlready() {
    List<TriageNeed> after = choose(needs, one(FOOD, "a")).needs();

    assertThatThrownBy(() -> choose(after, one(FOOD, "b")))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.problem().status()).isEqualTo(409));
  }

  @Test
  void shouldRecognizeAStepThatIsRepeated() {
    TriageAssignments chosen = new TriageAssignments(List.of(one(FOOD, "a")));
    List<TriageNeed> after = choose(needs, one(FOOD, "a")).needs();

    assertThat(chosen.areDoneIn(needs)).isFalse();
    assertThat(chosen.areDoneIn(after)).isTrue();
    assertThat(new TriageAssignments(List.of(one(FOOD, "b"))).areDoneIn(after)).isFalse();
    assertThat(new TriageAssignments(null).areDoneIn(after)).isFalse();
  }

  @Test
  void shouldAssignWhatWasNotClearAsTheNeedThatTheDispatcherFound() {
    DispatcherChoice choice = choose(List.of(unclear()), found("food"));

    assertThat(choice.assignments())
        .singleElement()
        .satisfies(
            assignment -> {
              assertThat(assignment.need()).isEqualTo("food");
              assertThat(assignment.respondWithinHours()).isEqualTo(24);
            });
    assertThat(choice.needs()).extracting(TriageNeed::need).containsExactly("food");
    assertThat(new TriageAssignments(List.of(found("food"))).areDoneIn(choice.needs())).isTrue();
    assertThat(new TriageAssignments(List.of(found("legal"))).areDoneIn(choice.needs())).isFalse();
  }

  @Test
  void shouldRequireAKnownNeedWhereItIsNotClearAndRefuseAnotherWhereItWasNamed() {
    assertThat(errors(List.of(unclear()), one(FOOD, "a"))).containsExactly("/assignments/0/need");
    assertThat(errors(List.of(unclear()), found("unclear"))).containsExactly("/assignments/0/need");
    assertThat(errors(List.of(unclear()), found("food"))).isEmpty();
    assertThat(errors(needs, found("legal"))).containsExactly("/assignments/0/need");
    assertThat(errors(needs, found("food"))).isEmpty();
  }

  private List<String> errors(List<TriageNeed> held, TriageAssignments.Item item) {
    return new TriageAssignments(List.of(item))
        .errors(held, directory).stream().map(FieldError::pointer).toList();
  }

  private static TriageAssignments.Item found(String need) {
    return new TriageAssignments.Item(FOOD, "a", need);
  }

  private static TriageNeed unclear() {
    NeedSuggestion suggestion =
        new NeedSuggestion(3, null, List.of(new NeedSuggestion.NeedCandidate("food", 0.4)));
    return TriageNeed.of(
        new HeldNeed(FOOD, RequestedNeed.UNCLEAR, "need-unclear", List.of(), null),
        IN_D.withNeeds(List.of(new RequestedNeed(FOOD, RequestedNeed.UNCLEAR, null, suggestion))));
  }

  @Test
  void shouldNameEveryInvalidField() {
    TriageAssignments chosen =
        new TriageAssignments(
            List.of(
                one(FOOD, "a"),
                one(FOOD, "a"),
                new TriageAssignments.Item(null, null, null),
                one(UUID.randomUUID(), "nobody")));

    assertThat(chosen.errors(needs, directory))
        .extracting(FieldError::pointer)
        .containsExactly(
            "/assignments/1/needId",
            "/assignments/2/needId",
            "/assignments/2/agencyId",
            "/assignments/3/needId",
            "/assignments/3/agencyId");
    assertThat(new TriageAssignments(List.of()).errors(needs, directory))
        .extracting(FieldError::pointer)
        .containsExactly("/assignments");
  }

  private DispatcherChoice choose(List<TriageNeed> before, TriageAssignments.Item... ones) {
    return DispatcherChoice.of(
        new TriageAssignments(List.of(ones)), before, IN_D, directory, 72, NOW, BY);
  }

  private static TriageAssignments.Item one(UUID need, String agency) {
    return new TriageAssignments.Item(need, agency, null);
  }
}
