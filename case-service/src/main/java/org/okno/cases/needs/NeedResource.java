package org.okno.cases.needs;

import io.smallrye.common.annotation.RunOnVirtualThread;
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
import org.okno.identity.CurrentCaller;

/** One need of a case, and what its agency does with it. */
@Path("/v1/cases/{requestId}/needs/{needId}")
@Tag(name = "needs", description = "The needs of a case, and what their agencies do with them")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class NeedResource {
  private static final int BODY_BYTES = 64 * 1024;
  static final String REPEATED =
      "Repeating a step that already succeeded succeeds and changes nothing.";
  private static final String NOT_ALLOWED = "The need is not in a state for this";
  static final String NEED_ID = "Id of the need";
  static final String A_NEED = "019cad30-059a-7638-8b27-cb781180fa9b";

  private final CaseRepository cases;
  private final NeedResponses responses;
  private final CurrentCaller current;

  NeedResource(CaseRepository cases, NeedResponses responses, CurrentCaller current) {
    this.cases = cases;
    this.responses = responses;
    this.current = current;
  }

  @GET
  @Operation(
      operationId = "getNeed",
      summary = "One need of a case",
      description =
          "Its ETag goes into If-Match of a step. Of another agency's need an agency sees only its"
              + " id, kind and status.")
  public RestResponse<NeedView> read(
      @PathParam("requestId") UUID requestId,
      @Parameter(description = NEED_ID, example = A_NEED) @PathParam("needId") UUID needId,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @DefaultValue(Language.DEFAULT) Language language) {
    return cases
        .find(requestId, current.rows())
        .flatMap(file -> file.need(needId).map(need -> responses.of(file, need, language)))
        .orElseThrow(ChangeNeed::unknown);
  }

  @POST
  @Path("acceptance")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "acceptNeed",
      summary = "The agency accepts the need",
      description = REPEATED)
  @Parameter(name = HttpHeaders.IF_MATCH, in = ParameterIn.HEADER)
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = Step.Accept.class)))
  @APIResponseSchema(value = NeedView.class, responseDescription = "The need as it is now")
  @APIResponse(responseCode = "409", description = NOT_ALLOWED)
  public RestResponse<NeedView> accept(
      @PathParam("requestId") UUID requestId,
      @Parameter(description = NEED_ID, example = A_NEED) @PathParam("needId") UUID needId,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @DefaultValue(Language.DEFAULT) Language language,
      @Context Request request,
      @Context HttpHeaders headers,
      InputStream body) {
    Step step = JsonBody.read(body, BODY_BYTES, Step.Accept.class);
    return responses.after(step, requestId, needId, language, request, headers);
  }

  @POST
  @Path("start")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "startNeed",
      summary = "The agency begins to work on the need",
      description = REPEATED)
  @Parameter(name = HttpHeaders.IF_MATCH, in = ParameterIn.HEADER)
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = Step.Start.class)))
  @APIResponseSchema(value = NeedView.class, responseDescription = "The need as it is now")
  @APIResponse(responseCode = "409", description = NOT_ALLOWED)
  public RestResponse<NeedView> start(
      @PathParam("requestId") UUID requestId,
      @Parameter(description = NEED_ID, example = A_NEED) @PathParam("needId") UUID needId,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @DefaultValue(Language.DEFAULT) Language language,
      @Context Request request,
      @Context HttpHeaders headers,
      InputStream body) {
    Step step = JsonBody.read(body, BODY_BYTES, Step.Start.class);
    return responses.after(step, requestId, needId, language, request, headers);
  }

  @POST
  @Path("pause")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "pauseNeed",
      summary = "The agency waits for the applicant",
      description = REPEATED)
  @Parameter(name = HttpHeaders.IF_MATCH, in = ParameterIn.HEADER)
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = Step.Pause.class)))
  @APIResponseSchema(value = NeedView.class, responseDescription = "The need as it is now")
  @APIResponse(responseCode = "409", description = NOT_ALLOWED)
  public RestResponse<NeedView> pause(
      @PathParam("requestId") UUID requestId,
      @Parameter(description = NEED_ID, example = A_NEED) @PathParam("needId") UUID needId,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @DefaultValue(Language.DEFAULT) Language language,
      @Context Request request,
      @Context HttpHeaders headers,
      InputStream body) {
    Step step = JsonBody.read(body, BODY_BYTES, Step.Pause.class);
    return responses.after(step, requestId, needId, language, request, headers);
  }

  @POST
  @Path("resumption")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "resumeNeed",
      summary = "The agency waits for the applicant no longer",
      description = REPEATED)
  @Parameter(name = HttpHeaders.IF_MATCH, in = ParameterIn.HEADER)
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = Step.Resume.class)))
  @APIResponseSchema(value = NeedView.class, responseDescription = "The need as it is now")
  @APIResponse(responseCode = "409", description = NOT_ALLOWED)
  public RestResponse<NeedView> resume(
      @PathParam("requestId") UUID requestId,
      @Parameter(description = NEED_ID, example = A_NEED) @PathParam("needId") UUID needId,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @DefaultValue(Language.DEFAULT) Language language,
      @Context Request request,
      @Context HttpHeaders headers,
      InputStream body) {
    Step step = JsonBody.read(body, BODY_BYTES, Step.Resume.class);
    return responses.after(step, requestId, needId, language, request, headers);
  }

  @POST
  @Path("resolution")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "resolveNeed",
      summary = "The agency is done with the need",
      description = REPEATED)
  @Parameter(name = HttpHeaders.IF_MATCH, in = ParameterIn.HEADER)
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = Step.Resolve.class)))
  @APIResponseSchema(value = NeedView.class, responseDescription = "The need as it is now")
  @APIResponse(responseCode = "409", description = NOT_ALLOWED)
  public RestResponse<NeedView> resolve(
      @PathParam("requestId") UUID requestId,
      @Parameter(description = NEED_ID, example = A_NEED) @PathParam("needId") UUID needId,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @DefaultValue(Language.DEFAULT) Language language,
      @Context Request request,
      @Context HttpHeaders headers,
      InputStream body) {
    Step step = JsonBody.read(body, BODY_BYTES, Step.Resolve.class);
    return responses.after(step, requestId, needId, language, request, headers);
  }

  @POST
  @Path("decline")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "declineNeed",
      summary = "The agency will not help with the need",
      description =
          "Routing finds the next agency, or a dispatcher; a duplicate is settled by it. "
              + REPEATED)
  @Parameter(name = HttpHeaders.IF_MATCH, in = ParameterIn.HEADER)
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = Step.Decline.class)))
  @APIResponseSchema(value = NeedView.class, responseDescription = "The need as it is now")
  @APIResponse(responseCode = "409", description = NOT_ALLOWED)
  public RestResponse<NeedView> decline(
      @PathParam("requestId") UUID requestId,
      @Parameter(description = NEED_ID, example = A_NEED) @PathParam("needId") UUID needId,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @DefaultValue(Language.DEFAULT) Language language,
      @Context Request request,
      @Context HttpHeaders headers,
      InputStream body) {
    Step step = JsonBody.read(body, BODY_BYTES, Step.Decline.class);
    return responses.after(step, requestId, needId, language, request, headers);
  }

  @POST
  @Path("reopening")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "reopenNeed",
      summary = "A resolved need is open again",
      description =
          "Within 30 days. The agency that resolved it has it, and as much time as before. "
              + REPEATED)
  @Parameter(name = HttpHeaders.IF_MATCH, in = ParameterIn.HEADER)
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = Step.Reopen.class)))
  @APIResponseSchema(value = NeedView.class, responseDescription = "The need as it is now")
  @APIResponse(responseCode = "409", description = NOT_ALLOWED)
  public RestResponse<NeedView> reopen(
      @PathParam("requestId") UUID requestId,
      @Parameter(description = NEED_ID, example = A_NEED) @PathParam("needId") UUID needId,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @DefaultValue(Language.DEFAULT) Language language,
      @Context Request request,
      @Context HttpHeaders headers,
      InputStream body) {
    Step step = JsonBody.read(body, BODY_BYTES, Step.Reopen.class);
    return responses.after(step, requestId, needId, language, request, headers);
  }
}
