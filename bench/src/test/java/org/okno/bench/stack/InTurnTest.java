package org.okno.bench.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class InTurnTest {

  @Test
  void shouldHandOutEachElementBeforeTheFirstOnceMore() {
    InTurn<String> turn = new InTurn<>(List.of("first", "second"));

    assertThat(Stream.generate(turn::next).limit(5))
        .containsExactly("first", "second", "first", "second", "first");
  }
}
