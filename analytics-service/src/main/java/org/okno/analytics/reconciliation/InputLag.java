package org.okno.analytics.reconciliation;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
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
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.okno.analytics.summary.SummaryTopology;
import org.okno.contracts.Topics;

/** Asks the broker how far this service is behind. */
@ApplicationScoped
class InputLag {
  private static final int TIMEOUT_MILLIS = 3000;

  private final Admin admin;
  private final Map<String, List<String>> topicsByGroup;

  InputLag(
      @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers,
      @ConfigProperty(name = "quarkus.kafka-streams.application-id") String counting) {
    this.admin =
        Admin.create(
            Map.<String, Object>of(
                "bootstrap.servers", bootstrapServers,
                "default.api.timeout.ms", TIMEOUT_MILLIS,
                "request.timeout.ms", TIMEOUT_MILLIS));
    List<String> counted = new ArrayList<>(SummaryTopology.SOURCES);
    counted.add(counting + "-" + SummaryTopology.FACTS_BY_SERIES + "-repartition");
    this.topicsByGroup =
        Map.of(counting, counted, SummaryTopology.CONSUMER, List.of(Topics.DAILY_SUMMARY));
  }

  @PreDestroy
  void close() {
    admin.close(Duration.ofSeconds(1));
  }

  /** The lag now; empty while the broker does not answer or the topics are not there yet. */
  Optional<Lag> look() {
    try {
      Map<TopicPartition, Long> places = new HashMap<>();
      for (Map.Entry<String, List<String>> reading : topicsByGroup.entrySet()) {
        places.putAll(places(reading.getKey(), partitions(reading.getValue())));
      }
      Map<TopicPartition, Long> ends = offsets(List.copyOf(places.keySet()), OffsetSpec.latest());
      Map<TopicPartition, Long> behind = new HashMap<>();
      places.forEach((at, place) -> behind.put(at, Math.max(0, ends.getOrDefault(at, 0L) - place)));
      return Optional.of(new Lag(ends, behind));
    } catch (ExecutionException | TimeoutException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
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

  /** Where a group stands: its committed place, or the beginning where it has none. */
  private Map<TopicPartition, Long> places(String group, List<TopicPartition> partitions)
      throws ExecutionException, InterruptedException, TimeoutException {
    var asked = Map.of(group, new ListConsumerGroupOffsetsSpec().topicPartitions(partitions));
    Map<TopicPartition, @Nullable OffsetAndMetadata> committed =
        admin
            .listConsumerGroupOffsets(asked)
            .partitionsToOffsetAndMetadata(group)
            .get(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS);
    Map<TopicPartition, Long> places =
        new HashMap<>(
            offsets(
                partitions.stream().filter(at -> committed.get(at) == null).toList(),
                OffsetSpec.earliest()));
    committed.forEach(
        (at, place) -> {
          if (place != null) {
            places.put(at, place.offset());
          }
        });
    return places;
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
