package org.okno.intake.channels;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.okno.http.JsonBody;
import org.okno.http.Page;
import org.okno.http.Problem;
import org.okno.http.Problem.FieldError;
import org.okno.intake.channels.ChannelKeys.Created;
import org.okno.intake.directory.CurrentDirectory;

/** The keys of a channel, for an administrator. */
@Path("/v1/channels/{channel}/keys")
@Tag(name = "channel keys", description = "API keys, for software that has no tokens")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ChannelKeyResource {
  private static final int BODY_BYTES = 4 * 1024;
  private static final String CHANNEL = "Code of the channel";
  private static final String HOTLINE = "hotline";

  private final ChannelKeys keys;
  private final Channels channels;
  private final CurrentDirectory directory;
  private final Clock clock;

  ChannelKeyResource(ChannelKeys keys, Channels channels, CurrentDirectory directory, Clock clock) {
    this.keys = keys;
    this.channels = channels;
    this.directory = directory;
    this.clock = clock;
  }

  /** What a new key shall be. */
  @Schema(description = "What the new key shall be")
  record NewChannelKey(
      @Schema(
              description = "Until when it is valid; absent: until it is revoked",
              examples = "2027-12-31T21:00:00.000Z")
          @Nullable Instant expiresAt,
      @Schema(
              description =
                  "Whether the key is sent with each request, or signs each. Absent: what the"
                      + " channel's file has first",
              enumeration = {"key", "hmac"},
              examples = "key")
          @Nullable Authentication use) {}

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "createChannelKey",
      summary = "Make a key of a channel",
      description =
          "The response shows the key, and nothing will ever show it again. A channel may have any"
              + " number of keys at a time: to rotate one, make the next, give it to the channel's"
              + " software, and revoke the former.")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = NewChannelKey.class)))
  @APIResponse(responseCode = "409", description = "The channel's file does not allow such a key")
  @APIResponse(
      responseCode = "201",
      description = "The key, for the only time",
      content = @Content(schema = @Schema(implementation = CreatedChannelKey.class)))
  public RestResponse<CreatedChannelKey> create(
      @Parameter(description = CHANNEL, example = HOTLINE) @PathParam("channel") String channel,
      InputStream body) {
    NewChannelKey wanted = JsonBody.read(body, BODY_BYTES, NewChannelKey.class);
    Instant expiresAt = wanted.expiresAt();
    if (expiresAt != null && !expiresAt.isAfter(clock.instant())) {
      throw Problem.invalid(List.of(new FieldError("/expiresAt", "expected a time to come")))
          .asException();
    }
    Created created = keys.create(channel, use(channel, wanted.use()), expiresAt);
    return RestResponse.status(RestResponse.Status.CREATED, CreatedChannelKey.of(created));
  }

  @GET
  @Operation(
      operationId = "listChannelKeys",
      summary = "The keys of a channel, oldest first",
      description = "By id; the keys themselves are not stored. The list is complete.")
  public Page<ChannelKeyView> list(
      @Parameter(description = CHANNEL, example = HOTLINE) @PathParam("channel") String channel) {
    requireChannel(channel);
    return Page.whole(keys.of(channel).stream().map(ChannelKeyView::of).toList());
  }

  @DELETE
  @Path("/{keyId}")
  @Operation(
      operationId = "revokeChannelKey",
      summary = "Revoke a key",
      description =
          "This instance refuses it at once, others within okno.intake.channel-keys.cache-for (5 s).")
  @APIResponse(responseCode = "204", description = "Revoked")
  public void revoke(
      @Parameter(description = CHANNEL, example = HOTLINE) @PathParam("channel") String channel,
      @Parameter(description = "Id of the key", example = "7d1f0c9a4b2e6d38") @PathParam("keyId")
          String keyId) {
    if (!keys.revoke(channel, keyId)) {
      throw Problem.notFound("The channel has no key with this id.").asException();
    }
  }

  /** As the channel's file allows; a channel without a file has keys. */
  private Authentication use(String channel, @Nullable Authentication wanted) {
    requireChannel(channel);
    Set<Authentication> allowed =
        channels.find(channel).map(Channel::authentication).orElse(Set.of(Authentication.KEY));
    return Stream.of(Authentication.KEY, Authentication.HMAC)
        .filter(allowed::contains)
        .filter(one -> wanted == null || wanted == one)
        .findFirst()
        .orElseThrow(
            () ->
                Problem.of(
                        409,
                        "other-authentication",
                        "The channel's file does not allow such a key",
                        "Its field authentication names what it allows.")
                    .asException());
  }

  private void requireChannel(String channel) {
    if (!directory.getRecent().hasChannel(channel)) {
      throw unknownChannel().asException();
    }
  }

  private static Problem unknownChannel() {
    return Problem.notFound("There is no such channel.");
  }
}
