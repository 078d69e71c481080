package org.okno.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EventTypeTest {

  @Test
  void shouldListEveryEvent() {
    assertThat(Arrays.stream(EventType.values()).<Class<?>>map(EventType::record))
        .as("records that EventType lists")
        .containsExactlyInAnyOrderElementsOf(eventsUnder(Event.class).toList());
  }

  @ParameterizedTest
  @EnumSource
  void shouldHaveALogicalVersionedName(EventType type) {
    assertThat(type.typeName())
        .matches("org\\.okno\\." + type.producer() + "\\.[a-z]+(-[a-z]+)*\\.v[1-9][0-9]*");
  }

  @ParameterizedTest
  @EnumSource
  void shouldBeFoundByItsName(EventType type) {
    assertThat(EventType.named(type.typeName())).contains(type);
  }

  @Test
  void shouldNotKnowATypeThatIsNotListed() {
    assertThat(EventType.named("org.okno.intake.questionnaire-submitted.v99")).isEmpty();
  }

  private static Stream<Class<?>> eventsUnder(Class<?> type) {
    return type.isRecord()
        ? Stream.of(type)
        : Arrays.stream(type.getPermittedSubclasses()).flatMap(EventTypeTest::eventsUnder);
  }
}
