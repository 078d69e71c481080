package org.okno.analytics.summary;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.okno.analytics.facts.Fact;
import org.okno.messaging.Json;

/** Facts on their way between the two halves of the topology, as JSON. */
final class FactSerde implements Serde<Fact> {
  private static final ObjectWriter WRITER = Json.mapper().writerFor(Fact.class);
  private static final ObjectReader READER = Json.mapper().readerFor(Fact.class);

  @Override
  public Serializer<Fact> serializer() {
    return (topic, fact) -> write(fact);
  }

  @Override
  public Deserializer<Fact> deserializer() {
    return (topic, bytes) -> read(bytes);
  }

  private static byte[] write(Fact fact) {
    try {
      return WRITER.writeValueAsBytes(fact);
    } catch (JsonProcessingException e) {
      throw new SerializationException("a fact has no JSON form", e);
    }
  }

  private static Fact read(byte[] bytes) {
    try {
      return READER.readValue(bytes);
    } catch (IOException e) {
      throw new SerializationException("not a fact: " + e.getClass().getSimpleName());
    }
  }
}
