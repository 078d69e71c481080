package org.okno.intake.acceptance;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The languages a receipt is written in. */
public enum Language {
  RU,
  EN;

  /** The first one a caller would like that we can write; Russian where there is none. */
  public static Language preferred(List<Locale> acceptable) {
    return acceptable.stream()
        .map(locale -> written(locale.getLanguage()))
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(RU);
  }

  private static Optional<Language> written(String code) {
    return switch (code) {
      case "ru" -> Optional.of(RU);
      case "en" -> Optional.of(EN);
      default -> Optional.empty();
    };
  }
}
