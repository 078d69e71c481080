package org.okno.intake.requests;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.okno.http.Page;
import org.okno.http.Problem;
import org.okno.http.Problem.FieldError;
import org.okno.http.ProblemException;
import org.okno.intake.directory.Directory;

/** Requests as they were accepted. */
@Path("/v1/requests")
@Tag(name = "requests")
@RunOnVirtualThread
public final class RequestsResource {
  private final ReadRequests readRequests;
  private final OpenPersonalData openPersonalData;
  private final Directory directory;

  public RequestsResource(
      ReadRequests readRequests, OpenPersonalData openPersonalData, Directory directory) {
    this.readRequests = readRequests;
    this.openPersonalData = openPersonalData;
    this.directory = directory;
  }

  @GET
  @Operation(summary = "Requests, newest first; the next page is in the header Link")
  public Response list(
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("channel") @Nullable String channel,
      @Context UriInfo uri) {
    if (channel != null && !directory.current().hasChannel(channel)) {
      throw invalid("query:channel", "unknown channel; GET /v1/channels lists them");
    }
    return readRequests.list(before(cursor), channel, Page.limit(limit)).asResponse(uri);
  }

  @GET
  @Path("/counts")
  @Operation(summary = "How many requests there are, by channel")
  public ReadRequests.Counts counts() {
    return readRequests.counts();
  }

  @GET
  @Path("/{id}")
  @Operation(summary = "One request, without personal data")
  @APIResponse(responseCode = "404", description = "No such request")
  public AcceptedRow find(@PathParam("id") UUID id) {
    return readRequests.find(id).orElseThrow(RequestsResource::unknown);
  }

  @GET
  @Path("/{id}/personal-data")
  @Operation(summary = "What a request says of persons, as far as their keys exist")
  @APIResponse(responseCode = "404", description = "No such request")
  public OpenPersonalData.Opened personalData(@PathParam("id") UUID id) {
    return openPersonalData.open(id).orElseThrow(RequestsResource::unknown);
  }

  private static @Nullable UUID before(@Nullable String cursor) {
    String place = Page.place(cursor);
    try {
      return place == null ? null : UUID.fromString(place);
    } catch (IllegalArgumentException e) {
      throw invalid("query:cursor", "expected a cursor as this service gave it");
    }
  }

  private static ProblemException invalid(String pointer, String detail) {
    return Problem.invalid(List.of(new FieldError(pointer, detail))).asException();
  }

  private static ProblemException unknown() {
    return Problem.notFound("There is no request with this id.").asException();
  }
}
