package org.okno.http;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Locale;

/** The languages of texts for people: Russian, Kazakh and English. */
public final class Languages {
  private static final Locale DEFAULT = Locale.of("ru");
  private static final List<String> WRITTEN = List.of("ru", "kk", "en");

  private Languages() {}

  /** The first of {@code Accept-Language} that Okno writes; Russian where there is none. */
  public static Locale accepted(HttpHeaders headers) {
    return headers.getAcceptableLanguages().stream()
        .filter(language -> WRITTEN.contains(language.getLanguage()))
        .findFirst()
        .orElse(DEFAULT);
  }
}
