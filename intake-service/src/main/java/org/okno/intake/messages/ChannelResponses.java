package org.okno.intake.messages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.okno.http.Problem;
import org.okno.http.ProblemException;
import org.okno.intake.acceptance.AcceptQuestionnaire.Confirmation;
import org.okno.intake.acceptance.AcceptanceLog;
import org.okno.intake.channels.Channel;
import org.okno.intake.channels.MapMessage;
import org.okno.intake.mapping.Mapping;
import org.okno.messaging.Json;

/** Responses as a channel's software expects them; the status is always Okno's own. */
@Singleton
class ChannelResponses {
  private static final JsonMapper JSON = Json.mapper();

  private final MapMessage mapMessage;
  private final AcceptanceLog log;

  ChannelResponses(MapMessage mapMessage, AcceptanceLog log) {
    this.mapMessage = mapMessage;
    this.log = log;
  }

  /** Of what Okno keeps; Okno's own where the channel's mapping fails. */
  Response accepted(Channel channel, Confirmation confirmation) {
    JsonNode own = JSON.valueToTree(confirmation.request());
    JsonNode mapped = mapped(channel, channel.accepted(), own);
    Response.ResponseBuilder response =
        Response.created(URI.create("/v1/requests/" + confirmation.request().requestId()))
            .type(MediaType.APPLICATION_JSON_TYPE)
            .entity(mapped == null ? own : mapped);
    return confirmation.isReplayed()
        ? response.header("Idempotency-Replayed", true).build()
        : response.build();
  }

  /** Of an error; a problem (RFC 9457) where the channel's mapping fails. */
  Response rejected(Channel channel, Problem problem) {
    JsonNode mapped = mapped(channel, channel.rejected(), JSON.valueToTree(problem));
    if (mapped == null) {
      return problem.asResponse();
    }
    log.count(problem);
    Response.ResponseBuilder response =
        Response.status(problem.status()).type(MediaType.APPLICATION_JSON_TYPE).entity(mapped);
    if (problem.retryAfterSeconds() != null) {
      response.header("Retry-After", problem.retryAfterSeconds());
    }
    return response.build();
  }

  private @Nullable JsonNode mapped(Channel channel, @Nullable Mapping form, JsonNode response) {
    if (form == null) {
      return null;
    }
    try {
      JsonNode mapped = mapMessage.response(channel, form, response);
      return mapped.isMissingNode() ? null : mapped;
    } catch (ProblemException e) {
      return null;
    }
  }
}
