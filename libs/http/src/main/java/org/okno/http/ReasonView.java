package org.okno.http;

import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.okno.contracts.Reasons;

/** A reason, for programs and for people. */
@Schema(name = "Reason", description = "A reason, for programs and for people")
public record ReasonView(
    @Schema(description = "Code of the reason", examples = "only-agency", required = true)
        String code,
    @Schema(
            description = "What the text names",
            examples = "{\"agency\": \"Банк еды\", \"territory\": \"Заречный\"}",
            required = true)
        Map<String, String> parameters,
    @Schema(
            description = "In Russian, Kazakh or English, by Accept-Language",
            examples = "Банк еды is the only agency that offers this in Заречный.",
            required = true)
        String text) {

  /**
   * The view of a reason, with its text in a language.
   *
   * @param parameters null in events from before reasons had any
   */
  public static ReasonView of(
      String code, @Nullable Map<String, String> parameters, Locale language) {
    Map<String, String> named = parameters == null ? Map.of() : parameters;
    return new ReasonView(code, named, Reasons.text(code, named, language));
  }
}
