package org.okno.routing.decision;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

class TransactionVersionTest {

  @Test
  void shouldRefuseAClusterWhoseTransactionsCanBeTorn() {
    assertThatIllegalStateException().isThrownBy(() -> TransactionVersion.requireSafe(1));
    assertThatCode(() -> TransactionVersion.requireSafe(2)).doesNotThrowAnyException();
  }
}
