package org.okno.messaging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.okno.contracts.Event;
import org.okno.contracts.EventType;

/**
 * One made-up event of each type, as contracts hold it in {@code samples/<type name>.json}.
 *
 * <p>Every service's tests call {@link #shouldBeReadAndWritten} with the types it reads or writes:
 * a service built against other contracts, or with another mapper, fails there.
 */
public final class GoldenSamples {
  private static final JsonMapper MAPPER = Json.mapper();
  private static final EventCodec CODEC = new EventCodec();

  private GoldenSamples() {}

  /** The sample's JSON, as it stands in contracts. */
  public static String json(EventType type) {
    String path = "samples/" + type.typeName() + ".json";
    try (InputStream sample = EventType.class.getResourceAsStream(path)) {
      if (sample == null) {
        throw new AssertionError(
            "No golden sample of "
                + type.typeName()
                + ": add it as contracts/src/main/resources/org/okno/contracts/"
                + path);
      }
      return new String(sample.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The sample as the event it is. */
  public static Event event(EventType type) {
    try {
      return MAPPER.readValue(json(type), type.record());
    } catch (JsonProcessingException e) {
      throw new AssertionError("The golden sample of " + type.typeName() + " cannot be read", e);
    }
  }

  /**
   * Reads the sample of each type, writes it to a Kafka record and reads that again: nothing of it
   * may be lost or added on the way.
   *
   * @throws AssertionError naming the type that did not come through
   */
  public static void shouldBeReadAndWritten(EventType... types) {
    for (EventType type : types) {
      Event event = event(type);
      UUID id = EventIds.next();
      ProducerRecord<String, byte[]> record = CODEC.write(id, event);
      same(
          type, "JSON", tree(json(type)), tree(new String(record.value(), StandardCharsets.UTF_8)));
      same(type, "topic", type.topic(), record.topic());
      same(type, "key", event.key(), record.key());
      same(
          type,
          "event",
          new Reading.Known(id, event.time(), event),
          CODEC.read(record.headers(), record.value()));
    }
  }

  private static void same(EventType type, String what, Object expected, Object actual) {
    if (!expected.equals(actual)) {
      throw new AssertionError(
          "%s does not come through reading and writing: %s was%n  %s%nand became%n  %s"
              .formatted(type.typeName(), what, expected, actual));
    }
  }

  private static JsonNode tree(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new AssertionError("not JSON", e);
    }
  }
}
