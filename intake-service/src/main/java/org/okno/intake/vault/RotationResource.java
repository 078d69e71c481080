package org.okno.intake.vault;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Replaces the key that wraps data keys, step by step: {@code ./okno vault rotate}. */
@Path("/v1/vault/rotation")
@Tag(name = "vault", description = "The keys of personal data")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class RotationResource {
  private final RotateKeys rotateKeys;

  RotationResource(RotateKeys rotateKeys) {
    this.rotateKeys = rotateKeys;
  }

  @POST
  @Operation(
      operationId = "rotateKeys",
      summary = "Begin or continue a rotation",
      description =
          "The first step adds a key to the keyset; each wraps up to 5000 data keys with it. Requests"
              + " are accepted and opened meanwhile. A rotation that was interrupted is continued.")
  public Rotation step(
      @Parameter(
              description = "What the step before had as 'after'; absent for the first step",
              example = "019cad30-059a-7af4-81d1-a98c6b9634a2")
          @QueryParam("after")
          @Nullable UUID after) {
    return rotateKeys.step(after);
  }

  @POST
  @Path("completion")
  @Operation(
      operationId = "completeRotation",
      summary = "Destroy the key that was replaced",
      description =
          "What it wrapped, in backups too, can never be unwrapped again. Wait some seconds after the"
              + " last step: whoever has just read a key may still have to unwrap it.")
  @APIResponse(responseCode = "204", description = "Destroyed, now or before")
  @APIResponse(responseCode = "409", description = "Some data keys are not wrapped again yet")
  public void complete() {
    rotateKeys.complete();
  }
}
