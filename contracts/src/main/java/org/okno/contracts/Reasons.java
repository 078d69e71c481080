package org.okno.contracts;

import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/**
 * The texts of reasons, in Russian, Kazakh and English: {@code reasons*.properties} beside this
 * class. A text names a parameter as <code>{agency}</code>.
 */
public final class Reasons {
  private static final Control NO_FALLBACK =
      Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

  private Reasons() {}

  /**
   * The text of a reason; English where the language has none, and the code itself where no text is
   * known (a newer producer's code, or a sentence of an old event).
   */
  public static String text(String code, Map<String, String> parameters, Locale language) {
    String text = template(code, language);
    for (Map.Entry<String, String> parameter : parameters.entrySet()) {
      text = text.replace("{" + parameter.getKey() + "}", parameter.getValue());
    }
    return text;
  }

  private static String template(String code, Locale language) {
    try {
      return ResourceBundle.getBundle(
              Reasons.class.getPackageName() + ".reasons", language, NO_FALLBACK)
          .getString(code);
    } catch (MissingResourceException e) {
      return code;
    }
  }
}
