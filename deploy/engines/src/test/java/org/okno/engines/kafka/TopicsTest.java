package org.okno.engines.kafka;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TopicsTest {

  @Test
  void shouldRefuseAClusterWhoseTransactionsCanBeTorn() {
    assertThatThrownBy(() -> Topics.requireSafeTransactions(1))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("transaction.version of this Kafka cluster is 1")
        .hasMessageContaining("kafka-features.sh");
    assertThatCode(() -> Topics.requireSafeTransactions(2)).doesNotThrowAnyException();
  }
}
