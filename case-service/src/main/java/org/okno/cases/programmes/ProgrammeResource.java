package org.okno.cases.programmes;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.okno.cases.needs.CaseFile;
import org.okno.cases.needs.CaseRepository;
import org.okno.http.JsonBody;
import org.okno.http.Language;
import org.okno.http.Page;
import org.okno.http.Preconditions;
import org.okno.identity.CurrentCaller;

/** The programme of help for the person of a case. */
@Path("/v1/cases/{requestId}/programme")
@Tag(name = "programmes", description = "What is planned for one person, over needs and agencies")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ProgrammeResource {
  private static final int BODY_BYTES = 64 * 1024;
  private static final String HTML = "text/html";
  private static final String REPEATED =
      "Repeating a change that already succeeded succeeds and changes nothing.";
  private static final String NOT_ALLOWED = "The programme is not in a state for this";
  private static final String NOW = "The programme as it is now";

  private final CaseRepository cases;
  private final ProgrammeRepository programmes;
  private final ChangeProgramme changeProgramme;
  private final CurrentCaller current;
  private final Clock clock;

  ProgrammeResource(
      CaseRepository cases,
      ProgrammeRepository programmes,
      ChangeProgramme changeProgramme,
      CurrentCaller current,
      Clock clock) {
    this.cases = cases;
    this.programmes = programmes;
    this.changeProgramme = changeProgramme;
    this.current = current;
    this.clock = clock;
  }

  @GET
  @Operation(
      operationId = "getProgramme",
      summary = "The programme of a case, the newest one",
      description = "Its ETag goes into If-Match of a change.")
  public RestResponse<ProgrammeView> read(
      @PathParam("requestId") UUID requestId,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @DefaultValue(Language.DEFAULT) Language language) {
    return tagged(RestResponse.Status.OK, find(requireCase(requestId)), language);
  }

  @GET
  @Path("versions")
  @Operation(
      operationId = "listProgrammeVersions",
      summary = "The versions of the programme, oldest first",
      description = "Each with what happened, why, who did it, and the plan with it.")
  public Page<ProgrammeVersionView> versions(
      @PathParam("requestId") UUID requestId,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @DefaultValue(Language.DEFAULT) Language language) {
    ProgrammeRow row = find(requireCase(requestId));
    return Page.whole(
        programmes.versions(requestId, row.id()).stream()
            .map(event -> ProgrammeVersionView.of(event, language.locale()))
            .toList());
  }

  @GET
  @Path("page")
  @Produces(HTML)
  @Operation(
      operationId = "printProgramme",
      summary = "The programme as a page to be printed, in Russian",
      description = "It names nobody: the name of the person is written by hand.")
  @APIResponse(
      responseCode = "200",
      description = "The page",
      content = @Content(mediaType = HTML, schema = @Schema(type = SchemaType.STRING)))
  public String page(@PathParam("requestId") UUID requestId) {
    CaseFile file = requireCase(requestId);
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.of(file.head().zone()));
    return ProgrammePage.of(file, find(file), today).render();
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "draftProgramme",
      summary = "Plan for the person of the case",
      description =
          "A person has one programme that has not ended, whichever agencies help. The same plan"
              + " again responds with the first. There is no text: goals and steps are codes.")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = ProgrammePlan.class)))
  @APIResponseSchema(
      value = ProgrammeView.class,
      responseCode = "201",
      responseDescription = "The programme")
  @APIResponse(responseCode = "409", description = "The person has a programme that has not ended")
  public RestResponse<ProgrammeView> draft(
      @PathParam("requestId") UUID requestId,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @DefaultValue(Language.DEFAULT) Language language,
      InputStream body) {
    ProgrammePlan plan = JsonBody.read(body, BODY_BYTES, ProgrammePlan.class);
    return tagged(
        RestResponse.Status.CREATED,
        changeProgramme.draft(requestId, current.rows(), current.actor(), plan),
        language);
  }

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "reviseProgramme",
      summary = "Change the plan",
      description = "What is done stays in the plan. " + REPEATED)
  @Parameter(name = HttpHeaders.IF_MATCH, in = ParameterIn.HEADER)
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = ProgrammeChange.Revise.class)))
  @APIResponseSchema(value = ProgrammeView.class, responseDescription = NOW)
  @APIResponse(responseCode = "409", description = NOT_ALLOWED)
  public RestResponse<ProgrammeView> revise(
      @PathParam("requestId") UUID requestId,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @DefaultValue(Language.DEFAULT) Language language,
      @Context Request request,
      @Context HttpHeaders headers,
      InputStream body) {
    ProgrammeChange change = JsonBody.read(body, BODY_BYTES, ProgrammeChange.Revise.class);
    return after(change, requestId, language, request, headers);
  }

  @POST
  @Path("consent")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "agreeToProgramme",
      summary = "The person agrees to the programme",
      description = REPEATED)
  @Parameter(name = HttpHeaders.IF_MATCH, in = ParameterIn.HEADER)
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = ProgrammeChange.Agree.class)))
  @APIResponseSchema(value = ProgrammeView.class, responseDescription = NOW)
  @APIResponse(responseCode = "409", description = NOT_ALLOWED)
  public RestResponse<ProgrammeView> agree(
      @PathParam("requestId") UUID requestId,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @DefaultValue(Language.DEFAULT) Language language,
      @Context Request request,
      @Context HttpHeaders headers,
      InputStream body) {
    ProgrammeChange change = JsonBody.read(body, BODY_BYTES, ProgrammeChange.Agree.class);
    return after(change, requestId, language, request, headers);
  }

  @POST
  @Path("reviews")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "reviewProgramme",
      summary = "Record what became of the plan",
      description = "A step is done after those before it. " + REPEATED)
  @Parameter(name = HttpHeaders.IF_MATCH, in = ParameterIn.HEADER)
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = ProgrammeChange.Review.class)))
  @APIResponseSchema(value = ProgrammeView.class, responseDescription = NOW)
  @APIResponse(responseCode = "409", description = NOT_ALLOWED)
  public RestResponse<ProgrammeView> review(
      @PathParam("requestId") UUID requestId,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @DefaultValue(Language.DEFAULT) Language language,
      @Context Request request,
      @Context HttpHeaders headers,
      InputStream body) {
    ProgrammeChange change = JsonBody.read(body, BODY_BYTES, ProgrammeChange.Review.class);
    return after(change, requestId, language, request, headers);
  }

  @POST
  @Path("completion")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "completeProgramme",
      summary = "End the programme",
      description = REPEATED)
  @Parameter(name = HttpHeaders.IF_MATCH, in = ParameterIn.HEADER)
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = ProgrammeChange.Complete.class)))
  @APIResponseSchema(value = ProgrammeView.class, responseDescription = NOW)
  @APIResponse(responseCode = "409", description = NOT_ALLOWED)
  public RestResponse<ProgrammeView> complete(
      @PathParam("requestId") UUID requestId,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @DefaultValue(Language.DEFAULT) Language language,
      @Context Request request,
      @Context HttpHeaders headers,
      InputStream body) {
    ProgrammeChange change = JsonBody.read(body, BODY_BYTES, ProgrammeChange.Complete.class);
    return after(change, requestId, language, request, headers);
  }

  private CaseFile requireCase(UUID requestId) {
    return cases.find(requestId, current.rows()).orElseThrow(ChangeProgramme::unknownCase);
  }

  private ProgrammeRow find(CaseFile file) {
    return programmes.find(file.head().requestId()).orElseThrow(ChangeProgramme::unknown);
  }

  private RestResponse<ProgrammeView> after(
      ProgrammeChange change,
      UUID requestId,
      Language language,
      Request request,
      HttpHeaders headers) {
    return tagged(
        RestResponse.Status.OK,
        changeProgramme.apply(
            requestId,
            current.rows(),
            current.actor(),
            version -> Preconditions.require(request, headers, version),
            change),
        language);
  }

  private static RestResponse<ProgrammeView> tagged(
      RestResponse.Status status, ProgrammeRow row, Language language) {
    return RestResponse.ResponseBuilder.create(status, ProgrammeView.of(row, language.locale()))
        .tag(Preconditions.tag(row.version()))
        .build();
  }
}
