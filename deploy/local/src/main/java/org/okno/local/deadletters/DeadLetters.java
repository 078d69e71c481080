package org.okno.local.deadletters;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.okno.engines.EngineException;
import org.okno.engines.kafka.ClientSettings;
import org.okno.local.client.TopicReader;

/** The dead-letter topics of a Kafka: all whose names end in {@code .dlq}. */
final class DeadLetters {

  /** Its committed offsets say how far each topic was replayed. */
  private static final String GROUP = "okno-dead-letters";

  private static final String ENDING = ".dlq";
  private static final String REPLAY = ".replay";

  /** Room for a record that was as long as its topic allows, with the headers of a dead letter. */
  private static final int MAX_REQUEST_BYTES = 4 * 1024 * 1024;

  private static final int TIMEOUT_MS = 10_000;

  private final ClientSettings kafka;

  DeadLetters(ClientSettings kafka) {
    this.kafka = kafka;
  }

  /**
   * @param records how many the topic holds
   * @param notReplayed how many of them were not replayed
   */
  record Count(String topic, long records, long notReplayed) {}

  /** Every dead-letter topic, by name. */
  List<Count> counts() {
    return reading(
        consumer ->
            consumer.listTopics().keySet().stream()
                .filter(topic -> topic.endsWith(ENDING))
                .sorted()
                .map(topic -> count(consumer, topic))
                .toList());
  }

  /** Reads every record of a topic, oldest first. */
  void forEach(String topic, Consumer<DeadLetterRecord> reader) {
    reading(
        consumer -> {
          List<TopicPartition> partitions = partitions(consumer, topic);
          TopicReader.readAll(
              consumer, partitions, found -> reader.accept(new DeadLetterRecord(found)));
          return partitions;
        });
  }

  /**
   * Replays records to the one consumer that dead-lettered them, each in one transaction with the
   * offset of the replay: none is sent twice, none is skipped.
   *
   * @param limit at most so many
   * @return how many were sent
   */
  int replay(String topic, int limit) {
    return reading(
        consumer -> {
          try (KafkaProducer<byte[], byte[]> producer = producer()) {
            producer.initTransactions();
            int sent = 0;
            for (TopicPartition part : partitions(consumer, topic)) {
              sent += replay(consumer, producer, part, limit - sent);
            }
            return sent;
          }
        });
  }

  private static int replay(
      KafkaConsumer<byte[], byte[]> consumer,
      KafkaProducer<byte[], byte[]> producer,
      TopicPartition part,
      int limit) {
    consumer.assign(List.of(part));
    consumer.seek(part, committed(consumer, part));
    long end = sum(consumer.endOffsets(List.of(part)));
    int sent = 0;
    while (sent < limit && consumer.position(part) < end) {
      for (var found : consumer.poll(Duration.ofMillis(200))) {
        if (sent < limit) {
          replayOne(producer, new DeadLetterRecord(found), part);
          sent++;
        }
      }
    }
    return sent;
  }

  private static void replayOne(
      KafkaProducer<byte[], byte[]> producer, DeadLetterRecord deadLetter, TopicPartition part) {
    producer.beginTransaction();
    producer.send(deadLetter.replayed());
    producer.sendOffsetsToTransaction(
        Map.of(part, new OffsetAndMetadata(deadLetter.record().offset() + 1)),
        new ConsumerGroupMetadata(GROUP));
    producer.commitTransaction();
  }

  /** Counts records, not offsets: those also count the markers of transactions. */
  private static Count count(KafkaConsumer<byte[], byte[]> consumer, String topic) {
    Map<TopicPartition, Long> replayed = new HashMap<>();
    for (TopicPartition part : partitions(consumer, topic)) {
      replayed.put(part, committed(consumer, part));
    }
    AtomicLong records = new AtomicLong();
    AtomicLong notReplayed = new AtomicLong();
    TopicReader.readAll(
        consumer,
        replayed.keySet(),
        found -> {
          records.incrementAndGet();
          TopicPartition part = new TopicPartition(topic, found.partition());
          if (found.offset() >= replayed.getOrDefault(part, 0L)) {
            notReplayed.incrementAndGet();
          }
        });
    return new Count(topic, records.get(), notReplayed.get());
  }

  /** The topic that only the consumer of a dead-letter topic reads. */
  static String replayTopic(String deadLetters) {
    return deadLetters.substring(0, deadLetters.length() - ENDING.length()) + REPLAY;
  }

  /** Where a replay continues: at the oldest record when there was none. */
  private static long committed(KafkaConsumer<byte[], byte[]> consumer, TopicPartition part) {
    long first = sum(consumer.beginningOffsets(List.of(part)));
    return Optional.ofNullable(consumer.committed(Set.of(part)).get(part))
        .map(committed -> Math.max(committed.offset(), first))
        .orElse(first);
  }

  private static long sum(Map<TopicPartition, Long> offsets) {
    return offsets.values().stream().mapToLong(Long::longValue).sum();
  }

  private static List<TopicPartition> partitions(
      KafkaConsumer<byte[], byte[]> consumer, String topic) {
    List<PartitionInfo> known = topic.endsWith(ENDING) ? consumer.listTopics().get(topic) : null;
    if (known == null) {
      throw new EngineException(
          "There is no dead-letter topic '%s'. List them with: ./okno dead-letters list"
              .formatted(topic));
    }
    return known.stream().map(part -> new TopicPartition(topic, part.partition())).toList();
  }

  private <T> T reading(Function<KafkaConsumer<byte[], byte[]>, T> work) {
    Map<String, Object> configuration =
        kafka.with(
            Map.of(
                "group.id",
                GROUP,
                "enable.auto.commit",
                false,
                "auto.offset.reset",
                "earliest",
                "isolation.level",
                "read_committed",
                "default.api.timeout.ms",
                TIMEOUT_MS,
                "request.timeout.ms",
                TIMEOUT_MS));
    try (var consumer =
        new KafkaConsumer<>(
            configuration, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      return work.apply(consumer);
    } catch (KafkaException e) {
      throw new EngineException(
          "Kafka on " + kafka.bootstrapServers() + " refused the request: " + e.getMessage(), e);
    }
  }

  private KafkaProducer<byte[], byte[]> producer() {
    Map<String, Object> configuration =
        kafka.with(
            Map.of(
                "transactional.id", GROUP,
                "max.request.size", MAX_REQUEST_BYTES,
                "max.block.ms", TIMEOUT_MS));
    return new KafkaProducer<>(configuration, new ByteArraySerializer(), new ByteArraySerializer());
  }
}
