package org.okno.intake.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.okno.http.JsonBody;
import org.okno.http.Language;
import org.okno.identity.CurrentCaller;
import org.okno.identity.Rows;
import org.okno.intake.acceptance.AcceptQuestionnaire.Confirmation;
import org.okno.intake.channels.ChannelLimits;
import org.okno.intake.questionnaire.SubmittedQuestionnaire;

/** Where channels post requests. */
@Path("/v1/requests")
@Tag(name = "requests", description = "Requests for help")
@RunOnVirtualThread
public class AcceptanceResource {
  /** Longest questionnaire: 1 MiB. */
  static final int MAX_BYTES = 1 << 20;

  private static final String NDJSON = "application/x-ndjson";
  private static final String REPLAYED = "Idempotency-Replayed";

  private final AcceptQuestionnaire acceptQuestionnaire;
  private final AcceptBatch acceptBatch;
  private final ChannelLimits limits;
  private final CurrentCaller current;

  AcceptanceResource(
      AcceptQuestionnaire acceptQuestionnaire,
      AcceptBatch acceptBatch,
      ChannelLimits limits,
      CurrentCaller current) {
    this.acceptQuestionnaire = acceptQuestionnaire;
    this.acceptBatch = acceptBatch;
    this.limits = limits;
    this.current = current;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "postRequest",
      summary = "Post a request for help",
      description =
          "The response comes once the request is durable. Posting the same again, with the same"
              + " externalId or Idempotency-Key, gets the first response again, with the header"
              + " Idempotency-Replayed.")
  @RequestBody(
      required = true,
      description = "The questionnaire, at most 1 MiB",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = SubmittedQuestionnaire.class),
              examples = @ExampleObject(name = "hotline", value = QuestionnaireExample.JSON)))
  @APIResponse(
      responseCode = "201",
      description = "Okno keeps the request",
      headers = {
        @Header(
            name = HttpHeaders.LOCATION,
            description = "Address of the request",
            schema = @Schema(type = SchemaType.STRING)),
        @Header(
            name = REPLAYED,
            description = "true where it was accepted before",
            schema = @Schema(type = SchemaType.BOOLEAN))
      },
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = AcceptedRequest.class)))
  @APIResponse(
      responseCode = "409",
      description = "The externalId belongs to another questionnaire of the channel")
  @APIResponse(
      responseCode = "422",
      description = "The Idempotency-Key belongs to another questionnaire")
  @APIResponse(responseCode = "429", description = "The channel sends more than its file allows")
  public RestResponse<AcceptedRequest> accept(
      @Parameter(
              description =
                  "Identifies the request within its channel where it has no externalId; the same"
                      + " value for every retry",
              example = "5f1c2a9e-2c1b-4a8e-9d55-0a4f3c1b7e10",
              schema =
                  @Schema(
                      type = SchemaType.STRING,
                      minLength = 1,
                      maxLength = ReadSubmission.MAX_KEY))
          @HeaderParam("Idempotency-Key")
          @Nullable String idempotencyKey,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @DefaultValue(Language.DEFAULT) Language language,
      InputStream body) {
    countRequest();
    Confirmation confirmation =
        acceptQuestionnaire.accept(
            JsonBody.read(body, MAX_BYTES, JsonNode.class), idempotencyKey, sender(language));
    AcceptedRequest request = confirmation.request();
    RestResponse.ResponseBuilder<AcceptedRequest> created =
        RestResponse.ResponseBuilder.<AcceptedRequest>created(
                URI.create("/v1/requests/" + request.requestId()))
            .entity(request);
    return confirmation.isReplayed() ? created.header(REPLAYED, true).build() : created.build();
  }

  @POST
  @Path("/batch")
  @Consumes(NDJSON)
  @Produces(NDJSON)
  @Operation(
      operationId = "postRequestBatch",
      summary = "Post many requests, one a line",
      description =
          "One questionnaire a line, each with its externalId; any number of lines. The results are"
              + " written while the body is still being sent, so read while you send: one JSON"
              + " document a line, in the order of the rows; blank lines have none. A row is"
              + " accepted, replayed or rejected by itself. Posting a batch again is safe.")
  @RequestBody(
      required = true,
      description = "Lines of JSON, each a questionnaire of at most 1 MiB",
      content =
          @Content(
              mediaType = NDJSON,
              schema = @Schema(implementation = SubmittedQuestionnaire.class)))
  @APIResponse(
      responseCode = "200",
      description = "Lines of JSON, each the result of one row",
      content =
          @Content(mediaType = NDJSON, schema = @Schema(implementation = BatchRowResult.class)))
  @APIResponse(
      responseCode = "429",
      description =
          "Too many batches at the same time, or the channel sends more than its file allows; nothing"
              + " of this one was read")
  public StreamingOutput acceptBatch(
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @DefaultValue(Language.DEFAULT) Language language,
      InputStream body) {
    countRequest();
    Sender sender = sender(language);
    return out -> acceptBatch.accept(body, sender, out);
  }

  /** A batch is one request: what it takes is limited by the number of batches. */
  private void countRequest() {
    if (current.rows() instanceof Rows.OfChannel(String own)) {
      limits.count(own);
    }
  }

  private Sender sender(Language language) {
    return new Sender(current.actor(), current.rows(), language.locale());
  }
}
