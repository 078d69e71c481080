package org.okno.intake.channels;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.okno.http.Problem;
import org.okno.intake.mapping.Mapping;
import org.okno.intake.mapping.MappingBounds;
import org.okno.intake.mapping.MappingException;
import org.okno.intake.mapping.MappingThreads;

/** Makes a questionnaire of a message in a channel's wire format. */
@Singleton
public class MapMessage {
  private static final Logger LOG = Logger.getLogger(MapMessage.class);
  private static final int RETRY_AFTER_SECONDS = 2;

  private final MappingThreads threads;

  MapMessage(ChannelSettings settings) {
    this.threads = new MappingThreads(settings.mappingThreads(), MappingBounds.STANDARD);
  }

  /**
   * The questionnaire, not validated yet. Its channel is this one, whatever the message says.
   *
   * @throws org.okno.http.ProblemException 400 where the message is not of the channel's format,
   *     422 where the mapping fails or is stopped, 503 where too many are mapped at the moment
   */
  public JsonNode questionnaire(Channel channel, byte[] message) {
    JsonNode document = channel.format().read(message);
    JsonNode mapped = map(channel, channel.mapping(), document);
    if (!(mapped instanceof ObjectNode questionnaire)) {
      throw failed(channel, "made no object of the message");
    }
    JsonNode defaults = channel.file().defaults();
    if (defaults != null) {
      defaults
          .properties()
          .forEach(
              field -> {
                if (!questionnaire.hasNonNull(field.getKey())) {
                  questionnaire.set(field.getKey(), field.getValue());
                }
              });
    }
    return questionnaire.put("channel", channel.code());
  }

  /**
   * A response in the channel's own form.
   *
   * @throws org.okno.http.ProblemException 422 where the mapping fails
   */
  public JsonNode response(Channel channel, Mapping form, JsonNode response) {
    return map(channel, form, response);
  }

  private JsonNode map(Channel channel, @Nullable Mapping mapping, JsonNode document) {
    if (mapping == null) {
      return document;
    }
    try {
      return threads.apply(
          mapping, document, () -> Problem.unavailable(RETRY_AFTER_SECONDS).asException());
    } catch (MappingException e) {
      throw failed(channel, String.valueOf(e.getMessage()));
    }
  }

  private static RuntimeException failed(Channel channel, String reason) {
    LOG.warnf("a mapping of channel %s %s", channel.code(), reason);
    return Problem.of(
            422,
            "mapping-failed",
            "The channel's mapping cannot make a questionnaire of this message",
            "Nothing was stored. The mapping "
                + reason
                + ". Correct the message, or the mapping in the channel's file.")
        .asException();
  }

  @PreDestroy
  void close() {
    threads.close();
  }
}
