package org.okno.intake.acceptance;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.okno.intake.questionnaire.FilledQuestionnaire;

/** Where channels hand requests in. */
@Path("/v1/requests")
@Tag(name = "requests")
@RunOnVirtualThread
public final class AcceptanceResource {
  private static final String NDJSON = "application/x-ndjson";

  private final ReadSubmission readSubmission;
  private final AcceptRequest acceptRequest;
  private final AcceptBatch acceptBatch;
  private final AcceptanceLog log;

  public AcceptanceResource(
      ReadSubmission readSubmission,
      AcceptRequest acceptRequest,
      AcceptBatch acceptBatch,
      AcceptanceLog log) {
    this.readSubmission = readSubmission;
    this.acceptRequest = acceptRequest;
    this.acceptBatch = acceptBatch;
    this.log = log;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Hand a request in",
      description =
          "Answered once the request is safe. The same again gets the same answer, with the header"
              + " Idempotency-Replayed. The receipt is in Russian or English, by Accept-Language.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = FilledQuestionnaire.class),
              examples = @ExampleObject(name = "hotline", value = Examples.QUESTIONNAIRE)))
  @APIResponse(
      responseCode = "201",
      description = "Okno keeps it",
      content = @Content(schema = @Schema(implementation = AcceptedRequest.class)))
  @APIResponse(responseCode = "400", description = "Every wrong field, by JSON pointer")
  @APIResponse(responseCode = "409", description = "The externalId belongs to another request")
  @APIResponse(responseCode = "413", description = "More than 1 MiB")
  @APIResponse(responseCode = "422", description = "The Idempotency-Key belongs to another request")
  @APIResponse(responseCode = "503", description = "Nothing is promised; send it again later")
  public Response accept(
      @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
      @Context HttpHeaders headers,
      InputStream body)
      throws IOException {
    Submission submission =
        readSubmission.read(
            BoundedBody.read(body),
            idempotencyKey,
            ReadSubmission.Identity.EXTERNAL_ID_OR_HEADER,
            Language.preferred(headers.getAcceptableLanguages()));
    Outcome outcome = acceptRequest.accept(submission);
    log.note(submission, outcome);
    return Answers.of(outcome);
  }

  @POST
  @Path("/batch")
  @Consumes(NDJSON)
  @Produces(NDJSON)
  @Operation(
      summary = "Hand many requests in, one a line",
      description =
          "Answered line by line while the body is still being sent: read while you send. Each row"
              + " needs its externalId; sending a batch again is safe.")
  @APIResponse(
      responseCode = "200",
      description = "What came of each row",
      content = @Content(mediaType = NDJSON, schema = @Schema(implementation = BatchRow.class)))
  public StreamingOutput batch(@Context HttpHeaders headers, InputStream body) {
    Language language = Language.preferred(headers.getAcceptableLanguages());
    return out -> acceptBatch.accept(body, language, out);
  }
}
