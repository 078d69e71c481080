package org.okno.intake.channels;

import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.okno.http.Problem.FieldError;

/** What became of messages that were tried. */
@Schema(description = "What became of messages that were tried; nothing was stored")
record ChannelTrial(
    @Schema(description = "Code of the channel", required = true, examples = "hotline") String code,
    @Schema(description = "The samples of the file, in their order", required = true)
        List<SampleTrial> samples,
    @Schema(
            description = "The questionnaire of the message that was tried",
            type = SchemaType.OBJECT,
            additionalProperties = Schema.True.class)
        @Nullable Object questionnaire,
    @Schema(description = "What is wrong with that questionnaire, or why there is none")
        @Nullable List<FieldError> errors) {

  /** What became of a sample. */
  @Schema(description = "What became of a sample")
  record SampleTrial(
      @Schema(description = "Its name", required = true, examples = "wrap-up form") String name,
      @Schema(description = "What is other than expected; nothing where it passed", required = true)
          List<FieldError> differences) {}

  /** Every difference of every sample, by its place in the file. */
  List<FieldError> failures() {
    return IntStream.range(0, samples.size())
        .boxed()
        .flatMap(
            i ->
                samples.get(i).differences().stream()
                    .map(
                        one ->
                            new FieldError(
                                "/samples/" + i + "/questionnaire" + one.pointer(), one.detail())))
        .toList();
  }

  // A record's own toString would write a questionnaire into a log.
  @Override
  public String toString() {
    return "ChannelTrial " + code;
  }
}
