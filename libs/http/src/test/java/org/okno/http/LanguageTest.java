package org.okno.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ru | ru",
        "kk-KZ, ru;q=0.8 | kk",
        "de, en;q=0.7, ru;q=0.9 | ru",
        "de | ru",
        "* | ru",
        "EN-gb | en",
        "not a language! | ru"
      })
  void shouldChooseTheMostPreferredThatIsWritten(String header, String expected) {
    assertThat(Language.fromString(header).locale().getLanguage()).isEqualTo(expected);
  }
}
