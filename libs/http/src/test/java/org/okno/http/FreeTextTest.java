package org.okno.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FreeTextTest {

  @Test
  void shouldRemoveWhatNobodySees() {
    assertThat(FreeText.clean("\uFEFF Нужна\u0003 по\u200Bмо\u2060щь\u0085.\u200D\u00A0\n"))
        .isEqualTo("Нужна помощь.");
  }

  @Test
  @Timeout(5)
  void shouldCleanALongTextInTimeThatGrowsWithItsLength() {
    String spaces = " \u00A0".repeat(250_000);

    assertThat(FreeText.clean("a" + spaces + "b" + spaces)).hasSize(500_002);
  }

  @Test
  void shouldKeepLinesAndTabs() {
    assertThat(FreeText.clean("Хлеб\r\n\tмолоко")).isEqualTo("Хлеб\r\n\tмолоко");
    assertThat(FreeText.cleanLine("Банк\r\n\tеды")).isEqualTo("Банк еды");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\uD83D\uDC69\u200D\uD83D\uDE80", // a woman and a rocket
        "\uD83D\uDC69\uD83C\uDFFD\u200D\uD83D\uDE80", // of another skin colour
        "\u2764\uFE0F\u200D\uD83D\uDD25" // a heart on fire
      })
  void shouldKeepEmojiThatAreJoined(String emoji) {
    assertThat(FreeText.clean(emoji)).isEqualTo(emoji);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " \t\n", "\u200B", "\u00A0", "\uFEFF\u00AD", "\u200D \u2028", "\u202E"})
  void shouldSeeThatNothingIsVisible(String text) {
    assertThat(FreeText.clean(text)).isEmpty();
  }

  @Test
  void shouldKnowHalfACharacter() {
    assertThat(FreeText.isUnicode("a\uD83D\uDE80")).isTrue();
    assertThat(FreeText.isUnicode("a\uD83D")).isFalse();
  }
}
