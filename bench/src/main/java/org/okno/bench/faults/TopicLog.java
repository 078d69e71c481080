package org.okno.bench.faults;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.okno.contracts.CaseEvent;
import org.okno.contracts.Topics;
import org.okno.engines.kafka.ClientSettings;
import org.okno.local.client.TopicReader;
import org.okno.messaging.EventCodec;
import org.okno.messaging.Reading;

/**
 * What is on the topics of the flow, from their beginning to their present end.
 *
 * @param eventIds ids of the events, by topic
 * @param steps what staff did
 */
record TopicLog(History history, Map<String, Set<String>> eventIds, Set<StaffStep> steps) {

  private static final List<String> TOPICS =
      List.of(Topics.QUESTIONNAIRES, Topics.PERSONS, Topics.DECISIONS, Topics.CASES);

  static TopicLog read(ClientSettings kafka) {
    Map<String, Object> config = kafka.with(Map.of("isolation.level", "read_committed"));
    EventCodec codec = new EventCodec();
    TopicLog log = new TopicLog(new History(), new HashMap<>(), new HashSet<>());
    try (var consumer =
        new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          TOPICS.stream()
              .flatMap(topic -> consumer.partitionsFor(topic).stream())
              .map(p -> new TopicPartition(p.topic(), p.partition()))
              .toList();
      TopicReader.readAll(
          consumer,
          partitions,
          record -> {
            if (codec.read(record.headers(), record.value()) instanceof Reading.Known known) {
              log.add(record.topic(), known);
            }
          });
    }
    return log;
  }

  Set<String> eventIds(String topic) {
    return eventIds.getOrDefault(topic, Set.of());
  }

  private void add(String topic, Reading.Known known) {
    eventIds.computeIfAbsent(topic, name -> new HashSet<>()).add(known.id().toString());
    steps.addAll(StaffStep.in(known.event()));
    if (known.event() instanceof CaseEvent event) {
      history.add(known.id(), event);
    }
  }
}
