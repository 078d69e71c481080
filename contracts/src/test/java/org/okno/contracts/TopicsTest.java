package org.okno.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TopicsTest {

  @Test
  void shouldDeadLetterAReplayedRecordToTheTopicItWasReplayedFrom() {
    String replay = Topics.replay("case", Topics.DECISIONS);

    assertThat(replay).isEqualTo("case.okno.decisions.replay");
    assertThat(Topics.deadLetters("case", replay))
        .isEqualTo(Topics.deadLetters("case", Topics.DECISIONS))
        .isEqualTo("case.okno.decisions.dlq");
  }
}
