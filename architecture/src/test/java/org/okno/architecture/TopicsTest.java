package org.okno.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.okno.contracts.EventType;

/** What is deployed serves what the contracts say. */
class TopicsTest {

  @ParameterizedTest
  @EnumSource
  void shouldDeployTheTopicOfEveryEvent(EventType type) {
    assertThat(Codebase.read(Codebase.at("deploy/topics/topics.json")))
        .contains("\"name\": \"" + type.topic() + "\"");
  }
}
