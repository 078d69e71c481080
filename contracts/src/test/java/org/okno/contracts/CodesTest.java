package org.okno.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodesTest {

  @ParameterizedTest
  @ValueSource(strings = {"112", "party-line", "02701301", "spb-a001-spb-12", "a", "A.b_c:d-e"})
  void shouldKnowACode(String code) {
    assertThat(Codes.isCode(code)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "-", ".a", " a", "a b", "a\n", "a\tb", "a/b", "\u0430", "a\u200B", "\ud800"})
  void shouldKnowWhatIsNoCode(String text) {
    assertThat(Codes.isCode(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {Codes.MAX_LENGTH, Codes.MAX_LENGTH + 1})
  void shouldBoundTheLengthOfACode(int length) {
    assertThat(Codes.isCode("x".repeat(length))).isEqualTo(length == Codes.MAX_LENGTH);
  }
}
