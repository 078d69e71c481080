package org.okno.routing.triage;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
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
import org.jspecify.annotations.Nullable;
import org.okno.http.Cursor;
import org.okno.http.JsonBody;
import org.okno.http.Language;
import org.okno.http.Limit;
import org.okno.http.Page;
import org.okno.http.Preconditions;
import org.okno.http.Problem;
import org.okno.identity.CurrentCaller;
import org.okno.routing.triage.TriageRepository.Position;

/** The triage desk over HTTP. */
@Path("/v1/triage")
@Tag(name = "triage", description = "Needs that no rule could assign, for dispatchers")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class TriageResource {
  static final String NOT_HELD = "No request with this id was ever held for triage.";

  private static final int BODY_BYTES = 256 * 1024;

  private final TriageRepository repository;
  private final AssignHeldNeeds assignHeldNeeds;
  private final AssignBatch assignBatch;
  private final TriageResponses responses;
  private final CurrentCaller current;
  private final Clock clock;

  TriageResource(
      TriageRepository repository,
      AssignHeldNeeds assignHeldNeeds,
      AssignBatch assignBatch,
      TriageResponses responses,
      CurrentCaller current,
      Clock clock) {
    this.repository = repository;
    this.assignHeldNeeds = assignHeldNeeds;
    this.assignBatch = assignBatch;
    this.responses = responses;
    this.current = current;
    this.clock = clock;
  }

  @GET
  @Operation(
      operationId = "listTriage",
      summary = "Requests with needs that wait for a dispatcher, emergencies first",
      description =
          "By urgency, then those first that Okno had first. A request leaves the list when each of"
              + " its held needs has its agency or was withdrawn.")
  public Page<TriageView> list(
      @BeanParam TriageQuery query,
      @QueryParam("cursor") @Nullable Cursor cursor,
      @QueryParam("limit") @DefaultValue(Limit.DEFAULT) Limit limit,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @DefaultValue(Language.DEFAULT) Language language) {
    List<TriageEntryEntity> rows =
        repository.waiting(
            Position.of(cursor),
            query,
            current.rows(),
            current.caller().subject(),
            clock.instant(),
            limit.rowsToRead());
    return Page.of(rows, limit, TriageResource::behind)
        .map(entry -> responses.view(entry, language));
  }

  @GET
  @Path("counts")
  @Operation(
      operationId = "countTriage",
      summary = "How many requests wait, and how many needs in them",
      description = "Counts what GET /v1/triage lists with the same filters.")
  public TriageCounts counts(@BeanParam TriageQuery query) {
    return repository.counts(query, current.rows(), current.caller().subject(), clock.instant());
  }

  @GET
  @Path("{requestId}")
  @Operation(
      operationId = "getTriageEntry",
      summary = "One request of the desk, waiting or done",
      description = "Its ETag goes into If-Match of an assignment.")
  public RestResponse<TriageView> one(
      @PathParam("requestId") UUID requestId,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @DefaultValue(Language.DEFAULT) Language language) {
    return repository
        .find(requestId, current.rows())
        .map(entry -> responses.tagged(entry, language))
        .orElseThrow(() -> Problem.notFound(NOT_HELD).asException());
  }

  @POST
  @Path("{requestId}/assignments")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "assignHeldNeeds",
      summary = "Assign waiting needs to agencies",
      description = "Repeating a step that already succeeded succeeds and changes nothing.")
  @Parameter(name = HttpHeaders.IF_MATCH, in = ParameterIn.HEADER)
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = TriageAssignments.class)))
  @APIResponseSchema(value = TriageView.class, responseDescription = "The entry as it is now")
  @APIResponse(
      responseCode = "409",
      description =
          "A need is assigned already or was withdrawn, or somebody else works on the entry")
  public RestResponse<TriageView> assign(
      @PathParam("requestId") UUID requestId,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @DefaultValue(Language.DEFAULT) Language language,
      @Context Request request,
      @Context HttpHeaders headers,
      InputStream body) {
    TriageAssignments chosen = JsonBody.read(body, BODY_BYTES, TriageAssignments.class);
    return responses.tagged(
        assignHeldNeeds.assign(
            requestId,
            current.rows(),
            current.actor(),
            version -> Preconditions.require(request, headers, version),
            chosen),
        language);
  }

  @POST
  @Path("assignments")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "assignHeldNeedsOfSeveral",
      summary = "Assign waiting needs of several requests to agencies",
      description =
          "Each request by itself: what cannot be assigned does not hold back the others. Sending it"
              + " again changes nothing of what succeeded.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = TriageBatch.class)))
  public Page<TriageBatchResult> assignSeveral(
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @DefaultValue(Language.DEFAULT) Language language,
      InputStream body) {
    TriageBatch batch = JsonBody.read(body, BODY_BYTES, TriageBatch.class);
    return Page.whole(assignBatch.assign(batch, current.rows(), current.actor(), language));
  }

  private static Cursor behind(TriageEntryEntity entry) {
    return Cursor.behind(entry.urgencyRank(), entry.receivedAt(), entry.requestId());
  }
}
