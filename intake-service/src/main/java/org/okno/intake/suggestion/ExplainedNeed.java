package org.okno.intake.suggestion;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A need that a model saw in a text, and why: for whoever may open the text. */
@Schema(description = "A need that a model saw in the text, and the words that spoke for it")
public record ExplainedNeed(
    @Schema(
            description = "What may be needed. Codes: GET /v1/needs",
            required = true,
            examples = "food")
        String need,
    @Schema(
            description = "How often such a suggestion is right",
            required = true,
            minimum = "0",
            maximum = "1",
            examples = "0.93")
        double confidence,
    @Schema(
            description = "The words of the text that weighed most, the loudest first",
            required = true,
            examples = "[\"продукты\", \"еды\"]")
        List<String> words) {
  public ExplainedNeed {
    words = List.copyOf(words);
  }
}
