package org.okno.cases.needs;

import static org.okno.cases.needs.NeedResource.A_NEED;
import static org.okno.cases.needs.NeedResource.NEED_ID;
import static org.okno.cases.needs.NeedResource.REPEATED;

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
import org.okno.cases.needs.Responsibility.HandOver;
import org.okno.http.JsonBody;
import org.okno.http.Language;
import org.okno.http.Problem;

/** Which specialist of its agency is responsible for a need. */
@Path("/v1/cases/{requestId}/needs/{needId}")
@Tag(name = "needs", description = "The needs of a case, and what their agencies do with them")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ResponsibilityResource {
  private static final int BODY_BYTES = 4 * 1024;
  private static final String NOT_ALLOWED =
      "The need is not in a state for this, or somebody else is responsible: detail names them";

  private final NeedResponses responses;

  ResponsibilityResource(NeedResponses responses) {
    this.responses = responses;
  }

  @POST
  @Path("claim")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "claimNeed",
      summary = "The caller is responsible for the need from now on",
      description = "Of two who claim it at the same time one gets it. " + REPEATED)
  @Parameter(name = HttpHeaders.IF_MATCH, in = ParameterIn.HEADER)
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = Responsibility.Claim.class)))
  @APIResponseSchema(value = NeedView.class, responseDescription = "The need as it is now")
  @APIResponse(responseCode = "409", description = NOT_ALLOWED)
  public RestResponse<NeedView> claim(
      @PathParam("requestId") UUID requestId,
      @Parameter(description = NEED_ID, example = A_NEED) @PathParam("needId") UUID needId,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @DefaultValue(Language.DEFAULT) Language language,
      @Context Request request,
      @Context HttpHeaders headers,
      InputStream body) {
    Step step = JsonBody.read(body, BODY_BYTES, Responsibility.Claim.class);
    return responses.after(step, requestId, needId, language, request, headers);
  }

  @POST
  @Path("handover")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "handOverNeed",
      summary = "Another specialist is responsible for the need from now on",
      description = "By who is responsible, or the head of the agency. " + REPEATED)
  @Parameter(name = HttpHeaders.IF_MATCH, in = ParameterIn.HEADER)
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = HandOver.class)))
  @APIResponseSchema(value = NeedView.class, responseDescription = "The need as it is now")
  @APIResponse(responseCode = "409", description = NOT_ALLOWED)
  public RestResponse<NeedView> handOver(
      @PathParam("requestId") UUID requestId,
      @Parameter(description = NEED_ID, example = A_NEED) @PathParam("needId") UUID needId,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @DefaultValue(Language.DEFAULT) Language language,
      @Context Request request,
      @Context HttpHeaders headers,
      InputStream body) {
    HandOver step = JsonBody.read(body, BODY_BYTES, HandOver.class);
    if (!step.isToSubject()) {
      throw Problem.invalid(
              "/to", "expected the subject of a specialist: 1 to 255 visible ASCII characters")
          .asException();
    }
    return responses.after(step, requestId, needId, language, request, headers);
  }

  @POST
  @Path("release")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "releaseNeed",
      summary = "Nobody is responsible for the need any more",
      description = "By who is responsible, or the head of the agency. " + REPEATED)
  @Parameter(name = HttpHeaders.IF_MATCH, in = ParameterIn.HEADER)
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = Responsibility.Release.class)))
  @APIResponseSchema(value = NeedView.class, responseDescription = "The need as it is now")
  @APIResponse(responseCode = "409", description = NOT_ALLOWED)
  public RestResponse<NeedView> release(
      @PathParam("requestId") UUID requestId,
      @Parameter(description = NEED_ID, example = A_NEED) @PathParam("needId") UUID needId,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @DefaultValue(Language.DEFAULT) Language language,
      @Context Request request,
      @Context HttpHeaders headers,
      InputStream body) {
    Step step = JsonBody.read(body, BODY_BYTES, Responsibility.Release.class);
    return responses.after(step, requestId, needId, language, request, headers);
  }
}
