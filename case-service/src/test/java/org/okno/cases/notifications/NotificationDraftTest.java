package org.okno.cases.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.okno.contracts.CaseEvent;
import org.okno.contracts.EventType;
import org.okno.messaging.GoldenSamples;

class NotificationDraftTest {
  private static final UUID ID = UUID.randomUUID();

  @ParameterizedTest
  @MethodSource("types")
  void shouldTellOfEveryEventWhomItConcerns(EventType type) {
    CaseEvent event = (CaseEvent) GoldenSamples.event(type);

    NotificationDraft draft = NotificationDraft.of(ID, event);

    assertThat(draft.type()).isEqualTo(type.typeName());
    assertThat(draft.requestId()).isEqualTo(event.requestId());
    assertThat(draft.at()).isEqualTo(event.time());
    assertThat(draft.concerned(List.of("has-a-need"))).isNotEmpty();
  }

  @Test
  void shouldTellBothAgenciesOfAReferral() {
    assertThat(draft(EventType.REFERRAL_MADE).agencies())
        .containsExactly("social-care-north", "food-bank");
    assertThat(draft(EventType.PROGRAMME_DRAFTED).concerned(List.of("has-a-need")))
        .as("those that have a step")
        .containsExactly("social-care-north", "employment-centre");
    assertThat(draft(EventType.CASE_CLOSED).concerned(List.of("has-a-need")))
        .containsExactly("has-a-need");
  }

  private static NotificationDraft draft(EventType type) {
    return NotificationDraft.of(ID, (CaseEvent) GoldenSamples.event(type));
  }

  private static Stream<EventType> types() {
    return Arrays.stream(EventType.values()).filter(type -> type.producer().equals("case"));
  }
}
