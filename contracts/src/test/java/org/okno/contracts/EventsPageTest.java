package org.okno.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EventsPageTest {
  private static final String PAGE = EventsPage.text(new Schemas().javadoc());

  @Test
  void shouldBeCommittedAsTheRecordsSay() {
    Repository.shouldHold(Repository.at("docs/events.md"), PAGE);
  }

  @ParameterizedTest
  @EnumSource
  void shouldTellEveryTypeWithItsTopic(EventType type) {
    assertThat(PAGE)
        .contains("## `" + type.topic() + "`")
        .contains("| `" + type.typeName() + "` |");
  }
}
