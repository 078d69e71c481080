package org.okno.intake.tracking;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.okno.http.Problem;

/** What people ask with the number they were told. */
@Path("/v1/track")
@Tag(name = "tracking", description = "The status of a request, for the person who asked")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class TrackingResource {
  private final TrackRequest trackRequest;

  TrackingResource(TrackRequest trackRequest) {
    this.trackRequest = trackRequest;
  }

  @GET
  @Path("/{number}")
  @Operation(
      operationId = "trackRequest",
      summary = "Track a request",
      description = "Where a request stands, by its tracking number. Without personal data.")
  public TrackedRequest track(
      @Parameter(
              description =
                  "The tracking number; letter case, spaces and hyphens do not matter, O is read as"
                      + " 0, I and L as 1",
              example = "7K3M-90QX-4T")
          @PathParam("number")
          String number) {
    return trackRequest
        .track(number)
        .orElseThrow(
            () ->
                Problem.notFound(
                        "There is no request with this number. Check it for typing errors.")
                    .asException());
  }
}
