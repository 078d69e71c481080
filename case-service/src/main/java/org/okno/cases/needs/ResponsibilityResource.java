package org.okno.cases.needs;

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
import org.okno.http.Preconditions;
import org.okno.http.Problem;
import org.okno.identity.CurrentCaller;

/** Which specialist of its agency is responsible for a need. */
@Path("/v1/cases/{requestId}/needs/{needId}")
@Tag(name = "needs", description = "The needs of a case, and what their agencies do with them")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ResponsibilityResource {
  private static final int BODY_BYTES = 4 * 1024;
  private static final String REPEATED =
      "Repeating a step that already succeeded succeeds and changes nothing.";
  private static final String NOT_ALLOWED =
      "The need is not in a state for this, or somebody else is responsible: detail names them";
  private static final String NEED_ID = "Id of the need";
  private static final String A_NEED = "019cad30-059a-7638-8b27-cb781180fa9b";

  private final ChangeNeed changeNeed;
  private final CurrentCaller current;

  ResponsibilityResource(ChangeNeed changeNeed, CurrentCaller current) {
    this.changeNeed = changeNeed;
    this.current = current;
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
    return apply(
        requestId,
        needId,
        JsonBody.read(body, BODY_BYTES, Responsibility.Claim.class),
        language,
        request,
        headers);
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
    return apply(requestId, needId, step, language, request, headers);
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
    return apply(
        requestId,
        needId,
        JsonBody.read(body, BODY_BYTES, Responsibility.Release.class),
        language,
        request,
        headers);
  }

  private RestResponse<NeedView> apply(
      UUID requestId,
      UUID needId,
      Responsibility step,
      Language language,
      Request request,
      HttpHeaders headers) {
    NeedRow need =
        changeNeed.apply(
            requestId,
            needId,
            current.rows(),
            current.actor(),
            version -> Preconditions.require(request, headers, version),
            step);
    return RestResponse.ResponseBuilder.ok(NeedView.of(need, current.rows(), language.locale()))
        .tag(Preconditions.tag(need.version()))
        .build();
  }
}
