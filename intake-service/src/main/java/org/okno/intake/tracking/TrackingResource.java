package org.okno.intake.tracking;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.okno.http.JsonBody;
import org.okno.http.Language;

/** What people ask with the number they were told, and what they say at the end. */
@Path("/v1/track/{number}")
@Tag(name = "tracking", description = "The status of a request, for the person who asked")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class TrackingResource {
  private static final int BODY_BYTES = 64 * 1024;
  private static final String NUMBER =
      "The tracking number; letter case, spaces and hyphens do not matter, O is read as 0, I and L"
          + " as 1";
  private static final String A_NUMBER = "7K3M-90QX-4T";
  private static final String THROTTLED = "Too many numbers that do not exist, from one address";

  private final TrackRequest trackRequest;
  private final GiveFeedback giveFeedback;
  private final WrongNumbers wrongNumbers;

  TrackingResource(
      TrackRequest trackRequest, GiveFeedback giveFeedback, WrongNumbers wrongNumbers) {
    this.trackRequest = trackRequest;
    this.giveFeedback = giveFeedback;
    this.wrongNumbers = wrongNumbers;
  }

  @GET
  @Operation(
      operationId = "trackRequest",
      summary = "Track a request",
      description =
          "Where a request stands, by its tracking number: what happens, what comes next and by"
              + " when. Without personal data.")
  @APIResponseSchema(value = TrackedRequest.class, responseDescription = "Where it stands")
  @APIResponse(responseCode = "429", description = THROTTLED)
  public TrackedRequest track(
      @Parameter(description = NUMBER, example = A_NUMBER) @PathParam("number") String number,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @DefaultValue(Language.DEFAULT) Language language,
      @Context HttpServerRequest request) {
    return wrongNumbers.requireKnown(request, () -> trackRequest.track(number, language.locale()));
  }

  @POST
  @Path("/feedback")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "giveFeedback",
      summary = "Say whether a settled request helped",
      description =
          "Where the answer is no, its needs that were resolved in the last 30 days are open again."
              + " The words are sealed before they are stored; those of a person who was erased are"
              + " not. The same answer again gets the first response.")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = SubmittedFeedback.class)))
  @APIResponseSchema(value = StoredFeedback.class, responseDescription = "It is stored")
  @APIResponse(responseCode = "409", description = "The request is not settled")
  @APIResponse(responseCode = "429", description = THROTTLED)
  public StoredFeedback giveFeedback(
      @Parameter(description = NUMBER, example = A_NUMBER) @PathParam("number") String number,
      @Context HttpServerRequest request,
      InputStream body) {
    return wrongNumbers.requireKnown(
        request,
        () -> {
          SubmittedFeedback feedback = JsonBody.read(body, BODY_BYTES, SubmittedFeedback.class);
          feedback.cleanWords();
          return TrackingNumber.parse(number).flatMap(it -> giveFeedback.give(it, feedback));
        });
  }
}
