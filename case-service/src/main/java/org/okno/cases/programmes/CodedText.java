package org.okno.cases.programmes;

import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.okno.cases.programmes.ProgrammeCodes.Kind;

/** A code with its text. */
@Schema(name = "CodedText", description = "A code, for programs and for people")
record CodedText(
    @Schema(description = "The code", examples = "stable-income", required = true) String code,
    @Schema(
            description = "In Russian, Kazakh or English, by Accept-Language",
            examples = "Постоянный доход",
            required = true)
        String text) {

  static CodedText of(Kind kind, String code, Locale language) {
    return new CodedText(code, ProgrammeCodes.shippedOnes().text(kind, code, language));
  }
}
