package org.okno.intake.channels;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.okno.http.JsonBody;
import org.okno.http.Problem;

/** Tries a channel's file, for an administrator. */
@Path("/v1/channels/trials")
@Tag(name = "channels", description = "Channels as data: the file of each")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ChannelTrialResource {
  private static final int TRIAL_BYTES = 4 << 20;

  private final TryChannel tryChannel;

  ChannelTrialResource(TryChannel tryChannel) {
    this.tryChannel = tryChannel;
  }

  /** What is to be tried. */
  @Schema(description = "A channel's file, and a message to try it on")
  record NewTrial(
      @Schema(
              description = "Text of the file (YAML)",
              required = true,
              examples = ChannelExample.YAML)
          String file,
      @Schema(
              description =
                  "A message in the channel's wire format; absent: only the file's samples",
              examples = "caller=%2B79000000001&topic=food")
          @Nullable String message) {}

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "tryChannel",
      summary = "Try a channel's file",
      description =
          "Reads the file, maps its samples, and a message where one is given. Nothing is stored."
              + " Codes of the directory are not looked up.")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = NewTrial.class)))
  public ChannelTrial tryOut(InputStream body) {
    NewTrial trial = JsonBody.read(body, TRIAL_BYTES, NewTrial.class);
    if (trial.file() == null) {
      throw Problem.invalid("/file", "is missing").asException();
    }
    Channel channel = ChannelFileReader.read(trial.file());
    return trial.message() == null
        ? tryChannel.samples(channel)
        : tryChannel.message(channel, trial.message());
  }
}
