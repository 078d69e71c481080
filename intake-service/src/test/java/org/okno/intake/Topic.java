package org.okno.intake;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.okno.cloudevents.EventCodec;
import org.okno.cloudevents.EventIds;
import org.okno.contracts.DirectoryEvent.TermPublished;
import org.okno.contracts.DirectoryEvent.TerritoryPublished;
import org.okno.contracts.Event;

/** What other services publish. */
final class Topic {
  private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");

  private Topic() {}

  static void publishDirectory() {
    publish(
        List.of(
            new TerritoryPublished("02000000", "Область", "region", null, "Europe/Samara", AT),
            new TerritoryPublished(
                "02701301", "Район", "district", "02000000", "Europe/Samara", AT),
            new TermPublished("need", "food", "Продукты", "Food", AT),
            new TermPublished("need", "legal", "Юрист", "Legal help", AT),
            new TermPublished("situation", "lost-job", "Потеря работы", "Lost job", AT),
            new TermPublished("target-group", "disability", "Инвалидность", "Disability", AT)));
  }

  static void publish(List<? extends Event> events) {
    EventCodec codec = new EventCodec();
    send(events.stream().map(event -> codec.write(EventIds.next(), event)).toList());
  }

  static void send(List<ProducerRecord<String, byte[]>> records) {
    Map<String, Object> config =
        Map.of("bootstrap.servers", Engines.stack().broker().bootstrapServers());
    try (var producer =
        new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer())) {
      records.forEach(producer::send);
    }
  }
}
