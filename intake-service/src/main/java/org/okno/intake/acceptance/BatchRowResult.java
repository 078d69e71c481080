package org.okno.intake.acceptance;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.okno.http.Problem;
import org.okno.intake.acceptance.AcceptedRequest.RecognizedNeed;

/** What became of one row of a batch. */
@Schema(description = "What became of one row of a batch")
record BatchRowResult(
    @Schema(description = "Number of its line, from 1", required = true, examples = "1") long row,
    @Schema(
            description = "The HTTP status as if it had been posted alone",
            required = true,
            enumeration = {"201", "400", "403", "409", "413", "500", "503"},
            examples = "201")
        int status,
    @Schema(description = "Id of the request; with status 201") @Nullable UUID requestId,
    @Schema(
            description = "The number that people are told; with status 201",
            examples = "7K3M-90QX-4T")
        @Nullable String trackingNumber,
    @Schema(
            description =
                "The needs that were recognized in the text, as POST /v1/requests responds; with status"
                    + " 201, where the row named none")
        @Nullable List<RecognizedNeed> recognizedNeeds,
    @Schema(description = "Why it was not accepted; with any other status")
        @Nullable Problem problem) {

  static BatchRowResult of(long row, AcceptedRequest request) {
    return new BatchRowResult(
        row, 201, request.requestId(), request.trackingNumber(), request.recognizedNeeds(), null);
  }

  static BatchRowResult of(long row, Problem problem) {
    return new BatchRowResult(row, problem.status(), null, null, null, problem);
  }
}
