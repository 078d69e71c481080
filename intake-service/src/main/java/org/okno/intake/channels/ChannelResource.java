package org.okno.intake.channels;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.okno.http.JsonBody;
import org.okno.http.Problem;
import org.okno.http.Problem.FieldError;
import org.okno.intake.directory.CurrentDirectory;

/** Adds a channel, or replaces its file, for an administrator. */
@Path("/v1/channels/{channel}")
@Tag(name = "channels", description = "Channels as data: the file of each")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ChannelResource {
  private static final Logger LOG = Logger.getLogger(ChannelResource.class);
  private static final int FILE_BYTES = 1 << 20;
  private static final String YAML = "application/yaml";

  private final Channels channels;
  private final TryChannel tryChannel;
  private final CurrentDirectory directory;

  ChannelResource(Channels channels, TryChannel tryChannel, CurrentDirectory directory) {
    this.channels = channels;
    this.tryChannel = tryChannel;
    this.directory = directory;
  }

  @PUT
  @Consumes({YAML, MediaType.APPLICATION_JSON})
  @Operation(
      operationId = "putChannel",
      summary = "Add a channel, or replace its file",
      description =
          "The file is stored where its mapping can be read and every sample becomes what it says."
              + " This instance uses it at once, others within okno.intake.channels.cache-for (2 s)."
              + " The same file again changes nothing.")
  @RequestBody(
      required = true,
      description = "The channel's file, at most 1 MiB",
      content =
          @Content(
              mediaType = YAML,
              schema = @Schema(type = SchemaType.STRING),
              examples = @ExampleObject(name = "letters", value = ChannelExample.YAML)))
  public ChannelTrial put(
      @Parameter(description = "Code of the channel, as the file says it", example = "letters")
          @PathParam("channel")
          String code,
      InputStream body) {
    Channel channel = ChannelFileReader.read(JsonBody.decoded(JsonBody.bytes(body, FILE_BYTES)));
    if (!channel.code().equals(code)) {
      throw Problem.invalid("/code", "is not the code in the address").asException();
    }
    ChannelTrial trial = tryChannel.samples(channel);
    List<FieldError> failures = trial.failures();
    if (!failures.isEmpty()) {
      throw Problem.of(
              400,
              "samples-failed",
              "Samples of the file do not become what it says",
              "Nothing was stored. Correct the mapping or the samples named in errors.")
          .with(failures)
          .asException();
    }
    channels.save(channel);
    directory.load();
    LOG.infof("the file of channel %s was stored", code);
    return trial;
  }
}
