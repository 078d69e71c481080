package org.okno.messaging;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.cloudevents.CloudEvent;
import io.cloudevents.CloudEventData;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.okno.contracts.Event;
import org.okno.contracts.EventType;

/**
 * Reads and writes events as CloudEvents in Kafka binary mode: attributes in {@code ce_*} headers,
 * data as JSON in the value.
 */
@Singleton
public final class EventCodec {
  private static final String JSON = "application/json";

  private final JsonMapper mapper = Json.mapper();
  private final Map<EventType, ObjectReader> readers = new EnumMap<>(EventType.class);

  /** A codec for every type in {@link EventType}; threads may share it. */
  public EventCodec() {
    for (EventType type : EventType.values()) {
      readers.put(
          type,
          mapper.readerFor(type.record()).with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS));
    }
  }

  /**
   * What a record is. Never throws for what the record holds: a record that cannot be read is
   * {@link Reading.Unreadable}.
   */
  @SuppressWarnings("NullAway") // a Kafka record value may be null; the factory takes it
  public Reading read(Headers headers, byte @org.jspecify.annotations.Nullable [] value) {
    CloudEvent cloudEvent;
    try {
      cloudEvent = KafkaMessageFactory.createReader(headers, value).toEvent();
    } catch (RuntimeException e) {
      return new Reading.Unreadable("not a CloudEvent in binary mode: " + withoutPayload(e));
    }
    return EventType.named(cloudEvent.getType())
        .map(type -> read(type, cloudEvent))
        .orElseGet(() -> new Reading.Unknown(cloudEvent.getType()));
  }

  private Reading read(EventType type, CloudEvent cloudEvent) {
    CloudEventData data = cloudEvent.getData();
    if (data == null) {
      return new Reading.Unreadable("no data in an event of type " + type.typeName());
    }
    try {
      UUID id = UUID.fromString(cloudEvent.getId());
      Event event = requireNonNull(readers.get(type)).readValue(data.toBytes());
      if (event == null) { // the JSON literal null
        return new Reading.Unreadable("data does not fit " + type.typeName() + ": it is null");
      }
      return new Reading.Known(id, event.time(), event);
    } catch (IllegalArgumentException e) {
      return new Reading.Unreadable("ce_id is not a UUID");
    } catch (JsonMappingException e) {
      return new Reading.Unreadable("data does not fit " + type.typeName() + " at " + pointer(e));
    } catch (IOException e) {
      return new Reading.Unreadable("data is not JSON: " + e.getClass().getSimpleName());
    }
  }

  /** The record for an event: its topic, key, headers and value. */
  public ProducerRecord<String, byte[]> write(UUID id, Event event) {
    EventType type = EventType.of(event);
    CloudEvent cloudEvent =
        CloudEventBuilder.v1()
            .withId(id.toString())
            .withType(type.typeName())
            .withSource(type.source())
            .withTime(event.time().atOffset(ZoneOffset.UTC))
            .withSubject(event.key())
            .withData(JSON, bytes(event))
            .build();
    return KafkaMessageFactory.<String>createWriter(type.topic(), event.key())
        .writeBinary(cloudEvent);
  }

  /** The event's data as JSON in UTF-8. */
  public byte[] bytes(Event event) {
    try {
      return mapper.writeValueAsBytes(event);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(
          "an event of type " + EventType.of(event) + " has no JSON form", e);
    }
  }

  private static String pointer(JsonMappingException e) {
    return e.getPath().stream()
        .map(at -> at.getFieldName() == null ? "/" + at.getIndex() : "/" + at.getFieldName())
        .collect(Collectors.joining());
  }

  private static String withoutPayload(RuntimeException e) {
    return e.getClass().getSimpleName();
  }
}
