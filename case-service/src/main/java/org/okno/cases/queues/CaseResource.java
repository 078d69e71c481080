package org.okno.cases.queues;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.okno.cases.needs.CaseFile;
import org.okno.contracts.RequestStatus;
import org.okno.http.Cursor;
import org.okno.http.Language;
import org.okno.http.Limit;
import org.okno.http.Page;
import org.okno.http.Preconditions;
import org.okno.http.Preferences;
import org.okno.http.Problem;
import org.okno.identity.CurrentCaller;
import org.okno.identity.Rows;

/** Cases: one with all that is known of it, all as a list, and their counts. */
@Path("/v1/cases")
@Tag(name = "cases", description = "Requests being worked on")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class CaseResource {
  private final AwaitCase awaitCase;
  private final CaseListRepository repository;
  private final CurrentCaller current;

  CaseResource(AwaitCase awaitCase, CaseListRepository repository, CurrentCaller current) {
    this.awaitCase = awaitCase;
    this.repository = repository;
    this.current = current;
  }

  @GET
  @Operation(
      operationId = "listCases",
      summary = "All cases, newest request first",
      description =
          "A walk over the pages sees each case that existed when it began exactly once. The header"
              + " Link has the address of the next page.")
  public Page<CaseSummary> list(
      @Parameter(
              description = "Only cases with this status",
              example = "in-triage",
              schema =
                  @Schema(
                      implementation = String.class,
                      enumeration = {"in-triage", "assigned", "in-work", "settled"}))
          @QueryParam("status")
          @Nullable RequestStatus status,
      @QueryParam("cursor") @Nullable Cursor cursor,
      @QueryParam("limit") @DefaultValue(Limit.DEFAULT) Limit limit) {
    return Page.of(
        repository.page(
            cursor == null ? null : cursor.uuid(), status, current.rows(), limit.rowsToRead()),
        limit,
        last -> Cursor.behind(last.requestId()));
  }

  @GET
  @Path("/counts")
  @Operation(
      operationId = "countCases",
      summary = "How many cases and needs there are, by status",
      description = "Counts what GET /v1/cases lists.")
  public CaseCounts counts() {
    return repository.counts(current.rows());
  }

  @GET
  @Path("/{requestId}")
  @Operation(
      operationId = "getCase",
      summary = "One case with its needs and its history",
      description =
          "A request just accepted has no case yet: with the header Prefer: wait=SECONDS (RFC 7240,"
              + " at most 30) the response comes as soon as it has. Of the needs of other agencies an"
              + " agency sees only id, kind and status, and nothing of their history.")
  @APIResponse(
      responseCode = "200",
      description = "The case as it is now",
      content = @Content(schema = @Schema(implementation = CaseView.class)),
      headers =
          @Header(
              name = "Preference-Applied",
              description =
                  "The wait that was applied; absent where none was requested, or too many wait already",
              schema = @Schema(type = SchemaType.STRING)))
  public RestResponse<CaseView> read(
      @PathParam("requestId") UUID requestId,
      @Parameter(description = "How long to wait for the case", example = "wait=5")
          @HeaderParam("Prefer")
          @Nullable String prefer,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @DefaultValue(Language.DEFAULT) Language language)
      throws InterruptedException {
    Rows permitted = current.rows();
    AwaitCase.Reading reading = awaitCase.read(requestId, permitted, Preferences.toWait(prefer));
    CaseFile file =
        reading
            .found()
            .orElseThrow(
                () ->
                    Problem.notFound("There is no such case; it may not have come here yet.")
                        .asException());
    CaseView view = CaseView.of(file, repository.history(requestId), permitted, language.locale());
    return RestResponse.ResponseBuilder.ok(view)
        .tag(Preconditions.tag(file.head().caseVersion()))
        .header("Preference-Applied", Preferences.applied(reading.waited()))
        .build();
  }
}
