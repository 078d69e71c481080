package org.okno.routing.triage;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.okno.http.EntityTags;
import org.okno.http.JsonBody;
import org.okno.http.Page;
import org.okno.http.Problem;
import org.okno.http.Problem.FieldError;

/** The triage desk over HTTP. */
@Path("/v1/triage")
@Tag(name = "triage")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class TriageResource {
  private static final int BODY_BYTES = 256 * 1024;

  private final TriageEntries entries;
  private final AssignHeldNeeds assignHeldNeeds;

  public TriageResource(TriageEntries entries, AssignHeldNeeds assignHeldNeeds) {
    this.entries = entries;
    this.assignHeldNeeds = assignHeldNeeds;
  }

  @GET
  @Transactional
  @Operation(summary = "Requests with needs that wait for a dispatcher, oldest first")
  public Response list(
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable String limit,
      @Context UriInfo uri) {
    int most = Page.limit(limit);
    List<TriageView> views =
        entries.waiting(place(cursor), most + 1).stream().map(TriageView::of).toList();
    return Page.of(views, most, view -> view.requestId().toString()).asResponse(uri);
  }

  @GET
  @Path("counts")
  @Transactional
  @Operation(summary = "How many requests wait, and how many needs in them")
  public TriageEntries.Counts counts() {
    return entries.counts();
  }

  @GET
  @Path("{requestId}")
  @Transactional
  @Operation(summary = "One request of the desk, waiting or done; the ETag goes into If-Match")
  public Response one(@PathParam("requestId") String requestId) {
    return entries
        .findByIdOptional(id(requestId))
        .map(entry -> tagged(TriageView.of(entry)))
        .orElseThrow(AssignHeldNeeds::notFound);
  }

  @POST
  @Path("{requestId}/assignments")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Give waiting needs to agencies; If-Match with the entry's ETag")
  @RequestBody(
      content =
          @Content(
              schema = @Schema(implementation = AssignmentsAsked.class),
              examples =
                  @ExampleObject(
                      name = "one need",
                      value =
                          "{\"dispatcher\": \"d-7\", \"assignments\": [{\"needId\":"
                              + " \"0197a3c0-5b1e-7000-8000-000000000001\", \"agencyId\": \"social-center\"}]}")))
  public Response assign(
      @PathParam("requestId") String requestId,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      InputStream body)
      throws SQLException {
    UUID id = id(requestId);
    AssignmentsAsked asked = JsonBody.read(body, BODY_BYTES, AssignmentsAsked.class);
    return tagged(assignHeldNeeds.assign(id, EntityTags.required(ifMatch), asked));
  }

  private static Response tagged(TriageView view) {
    return Response.ok(view).header("ETag", EntityTags.of(view.version())).build();
  }

  private static UUID id(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw AssignHeldNeeds.notFound();
    }
  }

  private static @Nullable UUID place(@Nullable String cursor) {
    String place = Page.place(cursor);
    try {
      return place == null ? null : UUID.fromString(place);
    } catch (IllegalArgumentException e) {
      throw Problem.invalid(
              List.of(new FieldError("query:cursor", "expected a cursor as this service gave it")))
          .asException();
    }
  }
}
