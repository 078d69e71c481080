package org.okno.routing.triage;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import java.io.InputStream;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.okno.http.JsonBody;
import org.okno.http.Language;
import org.okno.http.Preconditions;
import org.okno.identity.CurrentCaller;

/** Which dispatcher works on an entry of the desk. */
@Path("/v1/triage/{requestId}")
@Tag(name = "triage", description = "Needs that no rule could assign, for dispatchers")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ClaimResource {
  private static final int BODY_BYTES = 4 * 1024;
  private static final String NOT_ALLOWED =
      "Nothing of the entry waits, or somebody else works on it: detail names them";

  private final ChangeClaim changeClaim;
  private final TriageResponses responses;
  private final CurrentCaller current;

  ClaimResource(ChangeClaim changeClaim, TriageResponses responses, CurrentCaller current) {
    this.changeClaim = changeClaim;
    this.responses = responses;
    this.current = current;
  }

  @POST
  @Path("claim")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "claimTriageEntry",
      summary = "The caller works on the entry from now on",
      description =
          "Of two who claim it at the same time one gets it. A claim ends by itself at claimedUntil;"
              + " repeating it succeeds, and its time begins anew.")
  @Parameter(name = HttpHeaders.IF_MATCH, in = ParameterIn.HEADER)
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = ClaimStep.Claim.class)))
  @APIResponseSchema(value = TriageView.class, responseDescription = "The entry as it is now")
  @APIResponse(responseCode = "409", description = NOT_ALLOWED)
  public RestResponse<TriageView> claim(
      @PathParam("requestId") UUID requestId,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @DefaultValue(Language.DEFAULT) Language language,
      @Context Request request,
      @Context HttpHeaders headers,
      InputStream body) {
    ClaimStep step = JsonBody.read(body, BODY_BYTES, ClaimStep.Claim.class);
    return after(step, requestId, language, request, headers);
  }

  @POST
  @Path("release")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "releaseTriageEntry",
      summary = "The caller works on the entry no more",
      description = "Repeating a step that already succeeded succeeds and changes nothing.")
  @Parameter(name = HttpHeaders.IF_MATCH, in = ParameterIn.HEADER)
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = ClaimStep.Release.class)))
  @APIResponseSchema(value = TriageView.class, responseDescription = "The entry as it is now")
  @APIResponse(responseCode = "409", description = NOT_ALLOWED)
  public RestResponse<TriageView> release(
      @PathParam("requestId") UUID requestId,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @DefaultValue(Language.DEFAULT) Language language,
      @Context Request request,
      @Context HttpHeaders headers,
      InputStream body) {
    ClaimStep step = JsonBody.read(body, BODY_BYTES, ClaimStep.Release.class);
    return after(step, requestId, language, request, headers);
  }

  private RestResponse<TriageView> after(
      ClaimStep step, UUID requestId, Language language, Request request, HttpHeaders headers) {
    return responses.tagged(
        changeClaim.apply(
            requestId,
            current.rows(),
            current.actor(),
            version -> Preconditions.require(request, headers, version),
            step),
        language);
  }
}
