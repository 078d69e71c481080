package org.okno.casework.lists;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.sql.SQLException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import org.okno.casework.needs.NeedStatus;
import org.okno.http.Page;

/** Agencies and what each of them has to do. */
@Path("/v1/agencies")
@RunOnVirtualThread
public class AgencyResource {
  private final ListAgencies agencies;
  private final ListQueue queue;

  AgencyResource(ListAgencies agencies, ListQueue queue) {
    this.agencies = agencies;
    this.queue = queue;
  }

  @GET
  @Operation(summary = "The agencies that have needs, with how many they have by status")
  @APIResponseSchema(ListAgencies.AgencyLoad[].class)
  public Response list() throws SQLException {
    return Response.ok(agencies.all()).build();
  }

  @GET
  @Path("/{agency}/cases")
  @Operation(
      summary = "The needs of one agency with their cases, due first",
      description =
          "One item a need: a case with two needs of the agency is there twice. The next page is in the header Link.")
  @APIResponseSchema(QueueItem[].class)
  public Response queue(
      @PathParam("agency") String agency,
      @Parameter(example = "assigned") @QueryParam("status") @Nullable String status,
      @Parameter(example = "food") @QueryParam("need") @Nullable String need,
      @QueryParam("overdue") @Nullable String overdue,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable String limit,
      @Context UriInfo uri)
      throws SQLException {
    Asked.onlyParameters(uri, "status", "need", "overdue", "cursor", "limit");
    QueueFilter filter =
        new QueueFilter(
            Asked.oneOf(NeedStatus.class, status, "status"),
            need,
            Asked.yesOrNo(overdue, "overdue"));
    Page<QueueItem> page =
        queue.page(agency, filter, Asked.place(cursor, QueuePlace::parse), Asked.limit(limit));
    return page.asResponse(uri);
  }
}
