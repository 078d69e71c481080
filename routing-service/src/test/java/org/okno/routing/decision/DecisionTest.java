package org.okno.routing.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.okno.contracts.AllowedTime;
import org.okno.contracts.Assignment;
import org.okno.contracts.EventType;
import org.okno.contracts.HeldNeed.Candidate;
import org.okno.contracts.IntakeEvent.QuestionnaireCorrected;
import org.okno.contracts.IntakeEvent.QuestionnaireSubmitted;
import org.okno.contracts.NeedSuggestion;
import org.okno.contracts.Questionnaire;
import org.okno.contracts.RequestedNeed;
import org.okno.contracts.RoutingEvent;
import org.okno.contracts.RoutingEvent.RequestCorrected;
import org.okno.contracts.RoutingEvent.RequestHeld;
import org.okno.contracts.RoutingEvent.RequestRouted;
import org.okno.messaging.EventIds;
import org.okno.messaging.GoldenSamples;
import org.okno.routing.directory.DirectoryFixture;
import org.okno.routing.policy.RoutingPolicy;

class DecisionTest {
  private static final Instant AT = Instant.parse("2026-03-02T06:15:32Z");

  private final Questionnaire asked =
      ((QuestionnaireSubmitted) GoldenSamples.event(EventType.QUESTIONNAIRE_SUBMITTED))
          .questionnaire();
  private final DirectoryFixture directory =
      new DirectoryFixture()
          .territory(asked.territory().code(), "district", null)
          .need("food")
          .need("legal")
          .need("housing")
          .offer("a", "food", asked.territory().code())
          .offer("b", "legal", asked.territory().code());

  @Test
  void shouldRouteWhenEveryNeedHasItsAgency() {
    RoutingEvent decision = decide(directory.offer("c", "housing", asked.territory().code()));

    assertThat(decision).isInstanceOf(RequestRouted.class);
    assertThat(decision.assignments())
        .extracting(assignment -> assignment.agency().id())
        .containsExactly("a", "b", "c");
    assertThat(decision.questionnaire()).isEqualTo(asked);
    assertThat(decision.time()).isEqualTo(AT);
  }

  @Test
  void shouldDecideOnlyWhatACorrectionAdds() {
    QuestionnaireCorrected corrected =
        (QuestionnaireCorrected) GoldenSamples.event(EventType.QUESTIONNAIRE_CORRECTED);
    DirectoryFixture fixture =
        directory.need("medicine").offer("d", "medicine", asked.territory().code());

    RequestCorrected decision =
        (RequestCorrected)
            Decision.on(corrected, RoutingPolicy.standard(), fixture.snapshot(), 0.7, AT);

    assertThat(decision.assignments()).extracting(one -> one.agency().id()).containsExactly("d");
    assertThat(decision.held()).isEmpty();
    assertThat(decision.correction()).isEqualTo(corrected.correction());
  }

  @Test
  void shouldSayHowMuchTimeTheMostSpecificRuleAllows() {
    directory
        .targetGroup("large-family")
        .deadline(null, null, null, "5 working-days")
        .deadline("food", null, null, "3 working-days")
        .deadline("food", null, "large-family", "2 working-days")
        .deadline(null, "emergency", null, "4 working-days");

    List<Assignment> assignments = decide(directory).assignments();

    assertThat(assignments.getFirst().resolveWithin())
        .isEqualTo(new AllowedTime(2, "working-days"));
    assertThat(assignments.getFirst().respondWithin()).isEqualTo(new AllowedTime(30, "minutes"));
    assertThat(assignments.getLast().resolveWithin()).isEqualTo(new AllowedTime(5, "working-days"));
  }

  @Test
  void shouldHoldTheNeedThatNobodyOffersAndAssignTheOthers() {
    RequestHeld decision = (RequestHeld) decide(directory);

    assertThat(decision.assignments()).hasSize(2);
    assertThat(decision.held())
        .singleElement()
        .satisfies(
            held -> {
              assertThat(held.need()).isEqualTo("housing");
              assertThat(held.needId()).isEqualTo(asked.needs().get(2).id());
              assertThat(held.candidates()).hasSize(2);
            });
  }

  @Test
  void shouldHoldEverythingWhenTheDirectoryKnowsNothing() {
    RequestHeld decision = (RequestHeld) decide(new DirectoryFixture());

    assertThat(decision.held()).hasSize(3);
  }

  @Test
  void shouldDecideANeedThatWasSurelyRecognizedAsOneThatWasNamed() {
    RoutingEvent decision = decide(recognized("food", 0.7), directory);

    assertThat(decision).isInstanceOf(RequestRouted.class);
    assertThat(decision.assignments())
        .extracting(assignment -> assignment.agency().id())
        .containsExactly("a");
  }

  @Test
  void shouldHoldANeedThatWasNotSurelyRecognizedWithWhoeverWouldHaveIt() {
    RequestHeld decision = (RequestHeld) decide(recognized("food", 0.69), directory);

    assertThat(decision.assignments()).isEmpty();
    assertThat(decision.held())
        .singleElement()
        .satisfies(
            held -> {
              assertThat(held.need()).isEqualTo("food");
              assertThat(held.reason()).isEqualTo("need-unsure");
              assertThat(held.candidates())
                  .extracting(candidate -> candidate.agency().id(), Candidate::reason)
                  .containsExactly(tuple("a", "would-have"), tuple("b", "would-have"));
            });
  }

  @Test
  void shouldHoldWhatIsNotClearWhateverTheDirectoryOffers() {
    RequestHeld decision = (RequestHeld) decide(recognized(RequestedNeed.UNCLEAR, null), directory);

    assertThat(decision.held())
        .singleElement()
        .satisfies(
            held -> {
              assertThat(held.need()).isEqualTo(RequestedNeed.UNCLEAR);
              assertThat(held.reason()).isEqualTo("need-unclear");
              assertThat(held.candidates()).hasSize(2);
            });
  }

  @Test
  void shouldGiveTheSameQuestionnaireTheSameDecisionId() {
    UUID questionnaire = EventIds.next();

    UUID id = DecisionIds.of(questionnaire);

    assertThat(DecisionIds.of(questionnaire)).isEqualTo(id).isNotEqualTo(questionnaire);
    assertThat(DecisionIds.of(EventIds.next())).isNotEqualTo(id);
    assertThat(id.version()).isEqualTo(7);
    assertThat(id.variant()).isEqualTo(2);
    assertThat(id.getMostSignificantBits() >>> 16)
        .isEqualTo(questionnaire.getMostSignificantBits() >>> 16);
  }

  @Test
  void shouldReadAndWriteTheGoldenSamples() {
    GoldenSamples.shouldBeReadAndWritten(
        EventType.QUESTIONNAIRE_SUBMITTED,
        EventType.REQUEST_ROUTED,
        EventType.REQUEST_HELD,
        EventType.REQUEST_REROUTED,
        EventType.NEED_REROUTED,
        EventType.NEED_HELD,
        EventType.QUESTIONNAIRE_CORRECTED,
        EventType.QUESTIONNAIRE_WITHDRAWN,
        EventType.REQUEST_CORRECTED,
        EventType.REQUEST_WITHDRAWN,
        EventType.NEEDS_WITHDRAWN,
        EventType.NEED_DECLINED,
        EventType.TERRITORY_PUBLISHED,
        EventType.TERM_PUBLISHED,
        EventType.AGENCY_PUBLISHED);
  }

  private RoutingEvent decide(DirectoryFixture fixture) {
    return decide(asked, fixture);
  }

  private static RoutingEvent decide(Questionnaire questionnaire, DirectoryFixture fixture) {
    return Decision.on(questionnaire, RoutingPolicy.standard(), fixture.snapshot(), 0.7, AT);
  }

  private Questionnaire recognized(String need, @Nullable Double confidence) {
    return asked.withNeeds(
        List.of(
            new RequestedNeed(
                asked.needs().getFirst().id(),
                need,
                null,
                new NeedSuggestion(
                    3,
                    confidence,
                    List.of(
                        new NeedSuggestion.NeedCandidate("food", 0.6),
                        new NeedSuggestion.NeedCandidate("housing", 0.3),
                        new NeedSuggestion.NeedCandidate("legal", 0.1))))));
  }
}
