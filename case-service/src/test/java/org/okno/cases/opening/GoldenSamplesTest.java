package org.okno.cases.opening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.okno.contracts.EventType;
import org.okno.contracts.RoutingEvent;
import org.okno.messaging.GoldenSamples;

class GoldenSamplesTest {

  @Test
  void shouldReadAndWriteTheSamplesOfEveryTypeThisServiceProducesOrConsumes() {
    GoldenSamples.shouldBeReadAndWritten(
        EventType.REQUEST_ROUTED,
        EventType.REQUEST_HELD,
        EventType.REQUEST_REROUTED,
        EventType.NEED_REROUTED,
        EventType.NEED_HELD,
        EventType.REQUEST_CORRECTED,
        EventType.REQUEST_WITHDRAWN,
        EventType.NEEDS_WITHDRAWN,
        EventType.PERSON_ERASED,
        EventType.FEEDBACK_GIVEN,
        EventType.TERRITORY_PUBLISHED,
        EventType.AGENCY_PUBLISHED);
    GoldenSamples.shouldBeReadAndWritten(
        Arrays.stream(EventType.values())
            .filter(type -> type.producer().equals("case"))
            .toArray(EventType[]::new));
  }

  @ParameterizedTest
  @EnumSource(
      names = {"REQUEST_ROUTED", "REQUEST_HELD", "REQUEST_REROUTED", "NEED_REROUTED", "NEED_HELD"})
  void shouldOpenACaseFromTheSampleOfEveryDecision(EventType type) {
    RoutingEvent decision = (RoutingEvent) GoldenSamples.event(type);

    CaseDraft draft = CaseDraft.open(decision, CaseDraftTest.PLAN);

    assertThat(draft.needs()).hasSameSizeAs(decision.questionnaire().needs());
    assertThat(draft.events()).hasSize(1);
  }
}
