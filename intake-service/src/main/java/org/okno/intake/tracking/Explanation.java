package org.okno.intake.tracking;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What happens, what comes next and by when, for the person who asked. The texts are in {@code
 * explanations*.properties} beside this class, by status.
 */
@Schema(description = "What happens, what comes next and by when; in Russian, Kazakh or English")
record Explanation(
    @Schema(
            description = "What happens",
            examples = "Служба помощи занимается вашим обращением.",
            required = true)
        String now,
    @Schema(
            description = "What comes next, and by when",
            examples = "Вам помогут или свяжутся с вами. Срок: 7 марта 2026, 12:40.",
            required = true)
        String next,
    @Schema(description = "By when; absent where there is no such time") @Nullable Instant by) {
  private static final Control NO_FALLBACK =
      Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

  /**
   * The explanation of a status.
   *
   * @param key beginning of the texts' names: {@code need.assigned}
   * @param agency name of who has it; null where nobody has
   * @param zone in which the person lives
   */
  static Explanation of(
      String key, @Nullable String agency, @Nullable Instant by, String zone, Locale language) {
    ResourceBundle texts =
        ResourceBundle.getBundle(
            Explanation.class.getPackageName() + ".explanations", language, NO_FALLBACK);
    String now = texts.getString(key + ".now").replace("{agency}", agency == null ? "" : agency);
    String next = texts.getString(key + ".next");
    return new Explanation(
        now, by == null ? next : next + " " + byText(texts, key, by, zone, language), by);
  }

  private static String byText(
      ResourceBundle texts, String key, Instant by, String zone, Locale language) {
    String name = texts.containsKey(key + ".by") ? key + ".by" : "by";
    String time =
        DateTimeFormatter.ofPattern(texts.getString("time"), language)
            .withZone(ZoneId.of(zone))
            .format(by);
    return texts.getString(name).replace("{by}", time);
  }
}
