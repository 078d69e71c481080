package org.okno.intake.withdrawal;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.okno.http.JsonBody;
import org.okno.http.Problem;
import org.okno.identity.CurrentCaller;

/** Withdrawal of a request over HTTP. */
@Path("/v1/requests/{id}/withdrawal")
@Tag(name = "requests", description = "Requests for help")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class WithdrawalResource {
  private static final int BODY_BYTES = 4 * 1024;

  private final WithdrawRequest withdrawRequest;
  private final CurrentCaller current;
  private final MeterRegistry metrics;

  WithdrawalResource(
      WithdrawRequest withdrawRequest, CurrentCaller current, MeterRegistry metrics) {
    this.withdrawRequest = withdrawRequest;
    this.current = current;
    this.metrics = metrics;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "withdrawRequest",
      summary = "Withdraw a request",
      description =
          "The person does not need help any more. Needs on which nobody works yet are closed; an"
              + " agency that works on one sees it in its queue and settles it. The same reason again"
              + " gets the first response.")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = SubmittedWithdrawal.class)))
  @APIResponseSchema(value = StoredWithdrawal.class, responseDescription = "It is withdrawn")
  @APIResponse(
      responseCode = "409",
      description = "The request is settled, or was withdrawn for another reason")
  public StoredWithdrawal withdraw(
      @Parameter(
              description = "Id of the request",
              example = "019cad30-059a-7af4-81d1-a98c6b9634a2")
          @PathParam("id")
          UUID id,
      InputStream body) {
    WithdrawalReason reason = JsonBody.read(body, BODY_BYTES, SubmittedWithdrawal.class).reason();
    StoredWithdrawal stored =
        withdrawRequest
            .withdraw(id, current.rows(), current.actor(), reason)
            .orElseThrow(() -> Problem.notFound("There is no request with this id.").asException());
    metrics.counter("okno.intake.withdrawals", "reason", stored.reason()).increment();
    return stored;
  }
}
