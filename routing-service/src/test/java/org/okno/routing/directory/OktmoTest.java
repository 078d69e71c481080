package org.okno.routing.directory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OktmoTest {
  @ParameterizedTest
  @ValueSource(strings = {"800000008", "806000004", "806010009", "806014041", "806014107"})
  void shouldAcceptACodeWithItsCheckDigit(String text) {
    assertThat(Oktmo.isValid(text)).isTrue();
    assertThat(Oktmo.code(text)).isEqualTo(text.substring(0, 8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"800000007", "806014014", "80000000", "8000000", "", "80000000x", "8060 0004"})
  void shouldRefuseAnythingElse(String text) {
    assertThat(Oktmo.isValid(text)).isFalse();
  }
}
