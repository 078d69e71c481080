package org.okno.intake.messages;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.okno.http.JsonBody;
import org.okno.http.Language;
import org.okno.http.OpenApiDefaults;
import org.okno.http.Problem;
import org.okno.http.ProblemMappers;
import org.okno.identity.CurrentCaller;
import org.okno.identity.Rows;
import org.okno.intake.acceptance.AcceptQuestionnaire;
import org.okno.intake.acceptance.AcceptQuestionnaire.Confirmation;
import org.okno.intake.acceptance.Sender;
import org.okno.intake.channels.Authentication;
import org.okno.intake.channels.Channel;
import org.okno.intake.channels.ChannelLimits;
import org.okno.intake.channels.Channels;
import org.okno.intake.channels.MapMessage;

/** Where a channel posts what it has, in its own wire format. */
@Path("/v1/channels/{channel}/messages")
@Tag(name = "requests", description = "Requests for help")
@RunOnVirtualThread
public class MessagesResource {
  /** Of the name of whoever signed. */
  private static final String SIGNED = "channel-signature:";

  private final Channels channels;
  private final ChannelLimits limits;
  private final MapMessage mapMessage;
  private final AcceptQuestionnaire acceptQuestionnaire;
  private final ChannelResponses responses;
  private final CurrentCaller current;
  private final SecurityIdentity identity;

  MessagesResource(
      Channels channels,
      ChannelLimits limits,
      MapMessage mapMessage,
      AcceptQuestionnaire acceptQuestionnaire,
      ChannelResponses responses,
      CurrentCaller current,
      SecurityIdentity identity) {
    this.channels = channels;
    this.limits = limits;
    this.mapMessage = mapMessage;
    this.acceptQuestionnaire = acceptQuestionnaire;
    this.responses = responses;
    this.current = current;
    this.identity = identity;
  }

  @POST
  @Consumes(MediaType.WILDCARD)
  @Operation(
      operationId = "postMessage",
      summary = "Post a message of a channel",
      description =
          "The channel's file says what a message looks like, how a questionnaire is made of it, and"
              + " what the responses look like. The rest is as with POST /v1/requests: the response"
              + " comes once the request is durable, the same message again gets the first response"
              + " again. Pointers of validation errors name fields of the questionnaire.")
  @Extension(name = OpenApiDefaults.OWN_FORM, value = "true")
  @RequestBody(
      required = true,
      description = "The message, in the wire format of the channel",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(description = "Whatever the channel sends")),
        @Content(
            mediaType = MediaType.APPLICATION_FORM_URLENCODED,
            schema =
                @Schema(
                    type = SchemaType.OBJECT,
                    description = "Fields as the channel names them",
                    additionalProperties = Schema.True.class))
      })
  @APIResponse(
      responseCode = "201",
      description =
          "Okno keeps the request. The body is that of POST /v1/requests, or what the channel's file"
              + " makes of it",
      headers = {
        @Header(
            name = HttpHeaders.LOCATION,
            description = "Address of the request",
            schema = @Schema(type = SchemaType.STRING)),
        @Header(
            name = "Idempotency-Replayed",
            description = "true where it was accepted before",
            schema = @Schema(type = SchemaType.BOOLEAN))
      },
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(description = "The confirmation in the channel's own form")))
  @APIResponse(
      responseCode = "409",
      description = "The id of the message belongs to another message of the channel")
  @APIResponse(
      responseCode = "422",
      description =
          "The mapping fails, or the Idempotency-Key belongs to another message of the channel")
  @APIResponse(responseCode = "429", description = "The channel sends more than its file allows")
  public Response post(
      @Parameter(description = "Code of the channel", example = "hotline") @PathParam("channel")
          String code,
      @Parameter(
              description =
                  "Identifies the message where the channel gives it no id; the same for every"
                      + " retry",
              example = "5f1c2a9e-2c1b-4a8e-9d55-0a4f3c1b7e10")
          @HeaderParam("Idempotency-Key")
          @Nullable String idempotencyKey,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @DefaultValue(Language.DEFAULT) Language language,
      @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable MediaType type,
      InputStream body) {
    Channel channel = own(code);
    try {
      requireAuthentication(channel);
      limits.count(channel);
      requireFormat(channel, type);
      JsonNode questionnaire =
          mapMessage.questionnaire(channel, JsonBody.bytes(body, channel.messageBytes()));
      Confirmation confirmation =
          acceptQuestionnaire.accept(
              questionnaire,
              idempotencyKey,
              new Sender(current.actor(), current.rows(), language.locale()));
      return responses.accepted(channel, confirmation);
    } catch (RuntimeException e) {
      return responses.rejected(channel, ProblemMappers.of(e));
    }
  }

  /** A channel sees itself only. */
  private Channel own(String code) {
    boolean foreign = current.rows() instanceof Rows.OfChannel(String own) && !own.equals(code);
    return channels
        .find(code)
        .filter(found -> !foreign)
        .orElseThrow(() -> Problem.notFound("There is no such channel.").asException());
  }

  private void requireAuthentication(Channel channel) {
    if (current.rows() instanceof Rows.OfChannel
        && !channel.authentication().contains(authentication())) {
      throw Problem.of(
              403,
              "other-authentication",
              "The channel authenticates otherwise",
              "Send what the channel's file names under authentication.")
          .asException();
    }
  }

  private Authentication authentication() {
    if (identity.getPrincipal() instanceof JsonWebToken) {
      return Authentication.TOKEN;
    }
    return identity.getPrincipal().getName().startsWith(SIGNED)
        ? Authentication.HMAC
        : Authentication.KEY;
  }

  private static void requireFormat(Channel channel, @Nullable MediaType type) {
    String expected = channel.format().mediaType();
    boolean fits =
        type != null
            && expected.equals(type.getType() + "/" + type.getSubtype())
            && type.getParameters().getOrDefault("charset", "utf-8").equalsIgnoreCase("utf-8");
    if (!fits) {
      throw Problem.of(
              415,
              "other-format",
              "The message is of another media type",
              "Send it as " + expected + " in UTF-8.")
          .asException();
    }
  }
}
