package org.okno.http;

import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The language of texts for people, of those that Okno writes; the header {@code Accept-Language}.
 */
@Schema(
    type = SchemaType.STRING,
    description = "Preferred languages; texts are in Russian, Kazakh or English",
    defaultValue = Language.DEFAULT,
    examples = "kk, ru;q=0.8")
public record Language(Locale locale) {
  /** For {@code @DefaultValue}: Russian. */
  public static final String DEFAULT = "ru";

  private static final List<Locale> WRITTEN =
      List.of(Locale.of(DEFAULT), Locale.of("kk"), Locale.of("en"));

  /**
   * The most preferred that Okno writes; Russian where there is none, or the header is malformed.
   */
  public static Language fromString(String acceptLanguage) {
    Locale found;
    try {
      found = Locale.lookup(LanguageRange.parse(acceptLanguage), WRITTEN);
    } catch (IllegalArgumentException e) {
      found = null;
    }
    return new Language(found == null ? WRITTEN.getFirst() : found);
  }
}
