package org.okno.bench.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.okno.engines.Home;

class DeadLetterTopicTest {

  @Test
  void shouldNameTopicsThatTheStackHas() throws IOException {
    assertThat(Files.readString(Home.find().topics()))
        .contains(DeadLetterTopic.ALL.stream().map(it -> '"' + it.name() + '"').toList())
        .contains(DeadLetterTopic.ALL.stream().map(it -> '"' + it.replay() + '"').toList());
  }
}
