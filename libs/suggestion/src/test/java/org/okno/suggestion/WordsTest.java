package org.okno.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordsTest {

  @Test
  void shouldReadWordsOfAnyAlphabetInLowerCase() {
    assertThat(Words.of("Ёлка, дәрі-дәрмек & HELP!"))
        .containsExactly("елка", "дәрі", "дәрмек", "help");
  }

  @Test
  void shouldReadEveryDigitTheSame() {
    assertThat(Words.of("дом 15, кв. 7")).containsExactly("дом", "00", "кв", "0");
  }

  @Test
  void shouldFindNoWordInEmojiAndPunctuation() {
    assertThat(Words.of("😭😭 !!! — 🆘")).isEmpty();
  }

  @Test
  void shouldReadAMegabyteOnlyAsFarAsItIsLooked() {
    assertThat(Words.of("слово ".repeat(200_000))).hasSizeLessThan(1000);
  }

  @Test
  void shouldCutAWordThatNeverEnds() {
    assertThat(Words.of("а".repeat(3000))).singleElement().asString().hasSize(40);
  }

  @Test
  void shouldStemByTheAlphabetOfTheWord() {
    Words words = new Words();
    assertThat(words.stem("продуктами")).isEqualTo(words.stem("продукты"));
    assertThat(words.stem("needed")).isEqualTo("need");
    assertThat(words.stem("қажет")).isEqualTo("қажет");
  }
}
