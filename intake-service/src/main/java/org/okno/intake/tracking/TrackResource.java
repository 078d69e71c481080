package org.okno.intake.tracking;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.okno.http.Problem;

/** What people ask with the number they were told. */
@Path("/v1/track")
@Tag(name = "tracking")
@RunOnVirtualThread
public final class TrackResource {
  private final TrackRequest trackRequest;

  public TrackResource(TrackRequest trackRequest) {
    this.trackRequest = trackRequest;
  }

  @GET
  @Path("/{number}")
  @Operation(summary = "Where a request is; no personal data")
  public TrackRequest.Tracked track(
      @Parameter(example = "7K3M-90QX-4T") @PathParam("number") String number) {
    return trackRequest
        .track(number)
        .orElseThrow(
            () ->
                Problem.notFound(
                        "There is no request with this number. Check it for typing errors.")
                    .asException());
  }
}
