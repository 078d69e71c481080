package org.okno.analytics.reconciliation;

import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.okno.analytics.summary.SummaryTopology;
import org.okno.contracts.Topics;

/**
 * How far this service is behind its topics. Offsets alone do not tell: behind the last record a
 * transaction leaves a marker, which a consumer that commits by record never passes. So what lies
 * between the committed offset and the end is read, up to the first record.
 */
@Singleton
class ReadLag {
  private static final int TIMEOUT_MILLIS = 3000;
  private static final Duration POLL = Duration.ofMillis(100);

  private final Map<String, Object> kafka;
  private final Admin admin;
  private final Map<String, List<String>> topicsByGroup;

  ReadLag(
      @Identifier("default-kafka-broker") Map<String, Object> kafka,
      @ConfigProperty(name = "quarkus.kafka-streams.application-id") String counting) {
    this.kafka = new HashMap<>(kafka);
    this.kafka.put("default.api.timeout.ms", TIMEOUT_MILLIS);
    this.kafka.put("request.timeout.ms", TIMEOUT_MILLIS);
    this.admin = Admin.create(this.kafka);
    List<String> counted = new ArrayList<>(SummaryTopology.SOURCES);
    counted.add(counting + "-" + SummaryTopology.FACTS_BY_SERIES + "-repartition");
    this.topicsByGroup =
        Map.of(counting, counted, SummaryTopology.CONSUMER, List.of(Topics.DAILY_SUMMARY));
  }

  @PreDestroy
  void close() {
    admin.close(Duration.ofSeconds(1));
  }

  /** The lag now; empty while the broker does not respond or the topics do not exist yet. */
  Optional<Lag> now() {
    try {
      Map<TopicPartition, Long> committed = new HashMap<>();
      for (Map.Entry<String, List<String>> group : topicsByGroup.entrySet()) {
        committed.putAll(committed(group.getKey(), partitions(group.getValue())));
      }
      Map<TopicPartition, Long> ends =
          offsets(List.copyOf(committed.keySet()), OffsetSpec.latest());
      Map<TopicPartition, Long> behind = new HashMap<>();
      committed.forEach(
          (at, offset) -> behind.put(at, Math.max(0, ends.getOrDefault(at, 0L) - offset)));
      return Optional.of(new Lag(ends, withoutMarkers(behind, committed, ends)));
    } catch (ExecutionException | TimeoutException | KafkaException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private Map<TopicPartition, Long> withoutMarkers(
      Map<TopicPartition, Long> behind,
      Map<TopicPartition, Long> committed,
      Map<TopicPartition, Long> ends) {
    List<TopicPartition> suspects =
        behind.keySet().stream().filter(at -> behind.getOrDefault(at, 0L) > 0).toList();
    if (suspects.isEmpty()) {
      return behind;
    }
    Map<TopicPartition, Long> records = new HashMap<>(behind);
    Map<String, Object> config = new HashMap<>(kafka);
    config.remove("group.id");
    config.put("isolation.level", "read_uncommitted"); // an open transaction is lag too
    config.put("max.poll.records", 1);
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      for (TopicPartition at : suspects) {
        consumer.assign(List.of(at));
        consumer.seek(at, committed.getOrDefault(at, 0L));
        if (!hasRecord(consumer, at, ends.getOrDefault(at, 0L))) {
          records.put(at, 0L);
        }
      }
    }
    return records;
  }

  private static boolean hasRecord(
      KafkaConsumer<byte[], byte[]> consumer, TopicPartition at, long end) {
    while (consumer.position(at) < end) {
      if (!consumer.poll(POLL).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private List<TopicPartition> partitions(List<String> topics)
      throws ExecutionException, InterruptedException, TimeoutException {
    return admin
        .describeTopics(topics)
        .allTopicNames()
        .get(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS)
        .values()
        .stream()
        .flatMap(
            topic ->
                topic.partitions().stream()
                    .map(partition -> new TopicPartition(topic.name(), partition.partition())))
        .toList();
  }

  /** The committed offsets of a group; the beginning where it has none. */
  private Map<TopicPartition, Long> committed(String group, List<TopicPartition> partitions)
      throws ExecutionException, InterruptedException, TimeoutException {
    var requested = Map.of(group, new ListConsumerGroupOffsetsSpec().topicPartitions(partitions));
    Map<TopicPartition, @Nullable OffsetAndMetadata> committed =
        admin
            .listConsumerGroupOffsets(requested)
            .partitionsToOffsetAndMetadata(group)
            .get(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS);
    Map<TopicPartition, Long> offsets =
        new HashMap<>(
            offsets(
                partitions.stream().filter(at -> committed.get(at) == null).toList(),
                OffsetSpec.earliest()));
    committed.forEach(
        (at, found) -> {
          if (found != null) {
            offsets.put(at, found.offset());
          }
        });
    return offsets;
  }

  private Map<TopicPartition, Long> offsets(List<TopicPartition> partitions, OffsetSpec which)
      throws ExecutionException, InterruptedException, TimeoutException {
    return admin
        .listOffsets(
            partitions.stream().collect(Collectors.toMap(Function.identity(), at -> which)))
        .all()
        .get(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS)
        .entrySet()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, found -> found.getValue().offset()));
  }
}
