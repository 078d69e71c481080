package org.okno.intake.requests;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.okno.http.Cursor;
import org.okno.http.Limit;
import org.okno.http.Page;
import org.okno.http.Preconditions;
import org.okno.http.Problem;
import org.okno.http.ProblemException;
import org.okno.identity.CurrentCaller;
import org.okno.intake.directory.CurrentDirectory;

/** Requests as they were accepted. */
@Path("/v1/requests")
@Tag(name = "requests", description = "Requests for help")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class RequestsResource {
  private static final String EXAMPLE_ID = "019cad30-059a-7af4-81d1-a98c6b9634a2";

  private final RequestRepository repository;
  private final CurrentDirectory directory;
  private final CurrentCaller current;

  RequestsResource(
      RequestRepository repository, CurrentDirectory directory, CurrentCaller current) {
    this.repository = repository;
    this.directory = directory;
    this.current = current;
  }

  @GET
  @Operation(
      operationId = "listRequests",
      summary = "List requests",
      description =
          "The newest first, without personal data. The header Link has the address of the next page.")
  public Page<RequestView> list(
      @QueryParam("cursor") @Nullable Cursor cursor,
      @QueryParam("limit") @DefaultValue(Limit.DEFAULT) Limit limit,
      @Parameter(
              description = "Only requests of this channel. Codes: GET /v1/channels",
              example = "hotline")
          @QueryParam("channel")
          @Nullable String channel) {
    if (channel != null && !directory.get().hasChannel(channel)) {
      throw Problem.invalid("query:channel", "unknown channel; GET /v1/channels lists them")
          .asException();
    }
    return Page.of(
        repository.list(
            cursor == null ? null : cursor.uuid(), channel, current.rows(), limit.rowsToRead()),
        limit,
        request -> Cursor.behind(request.requestId()));
  }

  @GET
  @Path("/counts")
  @Operation(
      operationId = "countRequests",
      summary = "Count requests",
      description = "How many requests there are now, in total and by channel.")
  public RequestCounts counts() {
    return repository.counts(current.rows());
  }

  @GET
  @Path("/{id}")
  @Operation(
      operationId = "getRequest",
      summary = "Read a request",
      description =
          "One request, without personal data. Its ETag goes into If-Match of a correction.")
  public RestResponse<RequestView> find(
      @Parameter(description = "Id of the request", example = EXAMPLE_ID) @PathParam("id")
          UUID id) {
    RequestView found = repository.find(id, current.rows()).orElseThrow(RequestsResource::unknown);
    return RestResponse.ResponseBuilder.ok(found).tag(Preconditions.tag(found.version())).build();
  }

  private static ProblemException unknown() {
    return Problem.notFound("There is no request with this id.").asException();
  }
}
