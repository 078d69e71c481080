package org.okno.casework.lists;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import org.okno.casework.needs.CaseFile;
import org.okno.casework.needs.CaseStatus;
import org.okno.http.EntityTags;
import org.okno.http.Preferences;
import org.okno.http.Problem;

/** Cases: one with all that is known of it, all as a list, and their counts. */
@Path("/v1/cases")
@RunOnVirtualThread
public class CaseResource {
  private final AwaitCase cases;
  private final CaseHistory history;
  private final ListCases list;
  private final CountCases count;

  CaseResource(AwaitCase cases, CaseHistory history, ListCases list, CountCases count) {
    this.cases = cases;
    this.history = history;
    this.list = list;
    this.count = count;
  }

  @GET
  @Operation(
      summary = "All cases, newest request first",
      description = "The next page is in the header Link.")
  @APIResponseSchema(CaseSummary[].class)
  public Response list(
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("status") @Nullable String status,
      @Context UriInfo uri)
      throws SQLException {
    Asked.onlyParameters(uri, "cursor", "limit", "status");
    return list.page(
            Asked.place(cursor, UUID::fromString),
            Asked.oneOf(CaseStatus.class, status, "status"),
            Asked.limit(limit))
        .asResponse(uri);
  }

  @GET
  @Path("/counts")
  @Operation(summary = "How many cases and needs there are, by status")
  @APIResponseSchema(CountCases.Counts.class)
  public Response counts() throws SQLException {
    return Response.ok(count.count()).build();
  }

  @GET
  @Path("/{requestId}")
  @Operation(
      summary = "One case with its needs and its history",
      description =
          "A request just accepted has no case yet: with the header Prefer: wait=SECONDS (RFC 7240, at most 30) the answer comes as soon as it has.")
  @APIResponseSchema(CaseView.class)
  public Response read(
      @PathParam("requestId") UUID requestId,
      @Parameter(example = "wait=5") @HeaderParam("Prefer") @Nullable String prefer)
      throws SQLException, InterruptedException {
    Duration wait = Preferences.toWait(prefer);
    CaseFile file =
        cases
            .read(requestId, wait)
            .orElseThrow(
                () ->
                    Problem.notFound("There is no such case; it may not have come here yet.")
                        .asException());
    return Response.ok(CaseView.of(file, history.of(requestId)))
        .header("ETag", EntityTags.of(file.theCase().version()))
        .header("Preference-Applied", Preferences.applied(wait))
        .build();
  }
}
