package org.okno.intake.tracking;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.okno.http.FreeText;
import org.okno.http.Problem;

/** What the person says when a request is settled. */
@Schema(name = "Feedback", description = "What the person says when a request is settled")
record SubmittedFeedback(
    @JsonSetter(nulls = Nulls.FAIL)
        @Schema(
            description = "Whether it helped; no opens the request again",
            required = true,
            implementation = String.class,
            enumeration = {"helped", "partly", "no"},
            examples = "partly")
        Answer answer,
    @Schema(
            description = "In their own words; sealed before it is stored",
            maxLength = SubmittedFeedback.MAX_WORDS,
            examples = "Продукты привезли, лекарства нет.")
        @Nullable String words) {
  static final int MAX_WORDS = 4000;

  /**
   * What they said; null where it was nothing.
   *
   * @throws org.okno.http.ProblemException 400 where it cannot be stored
   */
  @Nullable String cleanWords() {
    if (words == null) {
      return null;
    }
    if (!FreeText.isUnicode(words)) {
      throw Problem.invalid("/words", "expected text without halves of characters").asException();
    }
    String clean = FreeText.clean(words);
    if (clean.length() > MAX_WORDS) {
      throw Problem.invalid("/words", "expected at most " + MAX_WORDS + " characters")
          .asException();
    }
    return clean.isEmpty() ? null : clean;
  }

  // A record's own toString would write personal data into a log.
  @Override
  public String toString() {
    return "SubmittedFeedback";
  }
}
