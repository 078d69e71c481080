package org.okno.analytics.reconciliation;

import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.okno.analytics.summary.SummaryTopology;
import org.okno.contracts.Topics;

/**
 * How far the flow is behind its topics: deciding, opening cases, counting, storing the summary.
 * Offsets alone do not tell: behind the last record a transaction leaves a marker, which a consumer
 * that commits by record never passes. So what lies between the committed offset and the end is
 * read, up to the first record.
 */
@Singleton
public class ReadLag {
  /** The consumers before this service; where one has never run there is nothing to wait for. */
  private static final Map<String, List<String>> UPSTREAM =
      Map.of(
          "routing",
          List.of(Topics.QUESTIONNAIRES, Topics.CASES),
          "case",
          List.of(Topics.DECISIONS));

  private static final int TIMEOUT_MILLIS = 3000;
  private static final int POLL_MILLIS = 100;

  private final Map<String, Object> config;
  private final Map<String, List<String>> own;

  public ReadLag(
      @Identifier("default-kafka-broker") Map<String, Object> kafka,
      @ConfigProperty(name = "quarkus.kafka-streams.application-id") String counting) {
    this.config = new HashMap<>(kafka);
    config.put("default.api.timeout.ms", TIMEOUT_MILLIS);
    config.put("request.timeout.ms", TIMEOUT_MILLIS);
    config.put("enable.auto.commit", false);
    config.put("allow.auto.create.topics", false);
    config.put("isolation.level", "read_uncommitted"); // an open transaction is lag too
    config.put("max.poll.records", 1);
    List<String> counted = new ArrayList<>(SummaryTopology.SOURCES);
    counted.add(counting + "-" + SummaryTopology.FACTS_BY_SERIES + "-repartition");
    this.own = Map.of(counting, counted, SummaryTopology.CONSUMER, List.of(Topics.DAILY_SUMMARY));
  }

  /** The lag now; empty while the broker does not respond or the topics do not exist yet. */
  Optional<Lag> now() {
    Map<String, List<String>> all = new HashMap<>(own);
    all.putAll(UPSTREAM);
    return of(all);
  }

  /** The same of counting and storing alone. */
  public Optional<Lag> ofCounting() {
    return of(own);
  }

  private Optional<Lag> of(Map<String, List<String>> topicsByGroup) {
    Lag lag = new Lag(new HashMap<>(), new HashMap<>());
    try {
      for (Map.Entry<String, List<String>> group : topicsByGroup.entrySet()) {
        if (!read(group.getKey(), group.getValue(), lag)) {
          return Optional.empty();
        }
      }
      return Optional.of(lag);
    } catch (KafkaException e) {
      return Optional.empty();
    }
  }

  /** Adds the lag of a group; false where a topic does not exist. */
  private boolean read(String group, List<String> topics, Lag lag) {
    Map<String, Object> ofGroup = new HashMap<>(config);
    ofGroup.put("group.id", group); // to read its offsets; without a subscription it joins nothing
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(ofGroup, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      for (String topic : topics) {
        Set<TopicPartition> partitions =
            consumer.partitionsFor(topic).stream()
                .map(it -> new TopicPartition(topic, it.partition()))
                .collect(Collectors.toSet());
        if (partitions.isEmpty()) {
          return false;
        }
        read(consumer, partitions, UPSTREAM.containsKey(group), lag);
      }
    }
    return true;
  }

  private static void read(
      KafkaConsumer<byte[], byte[]> consumer,
      Set<TopicPartition> partitions,
      boolean isUpstream,
      Lag lag) {
    Map<TopicPartition, @Nullable OffsetAndMetadata> committed = consumer.committed(partitions);
    if (isUpstream && committed.values().stream().allMatch(Objects::isNull)) {
      return;
    }
    Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(partitions);
    consumer
        .endOffsets(partitions)
        .forEach(
            (at, end) -> {
              OffsetAndMetadata offset = committed.get(at);
              long from = offset == null ? beginnings.getOrDefault(at, 0L) : offset.offset();
              lag.ends().put(at, end);
              lag.behind()
                  .merge(at, hasRecord(consumer, at, from, end) ? end - from : 0, Math::max);
            });
  }

  private static boolean hasRecord(
      KafkaConsumer<byte[], byte[]> consumer, TopicPartition at, long from, long end) {
    if (from >= end) {
      return false;
    }
    consumer.assign(List.of(at));
    consumer.seek(at, from);
    for (int waited = 0; waited < TIMEOUT_MILLIS; waited += POLL_MILLIS) {
      if (!consumer.poll(Duration.ofMillis(POLL_MILLIS)).isEmpty()) {
        return true;
      }
      if (consumer.position(at) >= end) {
        return false;
      }
    }
    throw new TimeoutException("the broker went away while the lag was read");
  }
}
