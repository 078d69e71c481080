package org.okno.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReasonsTest {
  private static final Map<String, String> PARAMETERS =
      Map.of(
          "agency", "Центр",
          "territory", "Район",
          "territories", "Район, Посёлок",
          "groups", "disability",
          "declined", "Фонд",
          "need", "food");

  @ParameterizedTest
  @ValueSource(strings = {"ru", "kk", "en"})
  void shouldHaveATextForEveryCodeInEveryLanguage(String language) {
    for (String code :
        ResourceBundle.getBundle("org.okno.contracts.reasons", Locale.ROOT).keySet()) {
      String text = Reasons.text(code, PARAMETERS, Locale.of(language));
      assertThat(text).isNotEqualTo(code).doesNotContain("{", "}");
      assertThat(text.matches(".*\\p{IsCyrillic}{4}.*[а-яё].*") || language.equals("en"))
          .as("%s in %s: %s", code, language, text)
          .isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a sentence of an old event", "a-newer-code"})
  void shouldShowTheCodeWhereThereIsNoText(String code) {
    assertThat(Reasons.text(code, Map.of(), Locale.ENGLISH)).isEqualTo(code);
  }
}
