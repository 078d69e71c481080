package org.okno.intake.acceptance;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.okno.http.Problem;

/**
 * What came of one row of a batch.
 *
 * @param row the line it stood in, from 1
 * @param status as if it had been posted alone: 201, 400, 409, 413, 503
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BatchRow(
    long row,
    int status,
    @Nullable UUID requestId,
    @Nullable String trackingNumber,
    @Nullable Problem problem) {

  static BatchRow of(long row, AcceptedRequest request) {
    return new BatchRow(row, 201, request.requestId(), request.trackingNumber(), null);
  }

  static BatchRow of(long row, Problem problem) {
    return new BatchRow(row, problem.status(), null, null, problem);
  }
}
