package org.okno.routing.decision;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DecisionLoopTest {

  @Test
  void shouldHaveAnIdOfItsOwnPerInstanceAndTheSameAfterARestart() {
    assertThat(DecisionLoop.transactionalId(8082))
        .startsWith("routing-")
        .isEqualTo(DecisionLoop.transactionalId(8082))
        .isNotEqualTo(DecisionLoop.transactionalId(8092));
  }
}
