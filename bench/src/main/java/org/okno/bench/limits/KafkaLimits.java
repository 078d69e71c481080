package org.okno.bench.limits;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.okno.bench.measure.Figure;
import org.okno.bench.measure.Timing;
import org.okno.engines.kafka.ClientSettings;

/** The throughput of the broker: records of 1 KiB, six partitions, as the flow's topics have. */
final class KafkaLimits {

  private static final String TOPIC = "bench.limits";
  private static final int PARTITIONS = 6;
  private static final int RECORD_BYTES = 1024;
  private static final int BATCH_SIZE = 1000;

  private final ClientSettings kafka;

  KafkaLimits(ClientSettings kafka) throws Exception {
    this.kafka = kafka;
    try (Admin admin = Admin.create(kafka.with(Map.of()))) {
      admin.createTopics(List.of(new NewTopic(TOPIC, PARTITIONS, (short) 1))).all().get();
    }
  }

  /** One idempotent producer, acks=all; a record counts when it is acknowledged. */
  Figure producer(Timing timing) throws Exception {
    Map<String, Object> config = kafka.with(Map.of("acks", "all", "linger.ms", 5));
    try (var producer =
        new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer())) {
      byte[] value = new byte[RECORD_BYTES];
      Timing.Work work =
          () -> {
            List<? extends Future<?>> sent =
                IntStream.range(0, BATCH_SIZE)
                    .mapToObj(i -> new ProducerRecord<>(TOPIC, UUID.randomUUID().toString(), value))
                    .map(producer::send)
                    .toList();
            for (Future<?> one : sent) {
              one.get();
            }
            return BATCH_SIZE;
          };
      return Figure.of("limit: Kafka producer, acks=all", "records/s", timing.rate(List.of(work)));
    }
  }

  /** One consumer over the producer's records; seeks to the beginning at the end. */
  Figure consumer(Timing timing) throws Exception {
    Map<String, Object> config = kafka.with(Map.of("max.poll.records", 5000));
    try (var consumer =
        new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> all =
          IntStream.range(0, PARTITIONS).mapToObj(p -> new TopicPartition(TOPIC, p)).toList();
      consumer.assign(all);
      consumer.seekToBeginning(all);
      Timing.Work work =
          () -> {
            int read = consumer.poll(Duration.ofMillis(100)).count();
            if (read == 0) {
              consumer.seekToBeginning(all);
            }
            return read;
          };
      return Figure.of("limit: Kafka consumer", "records/s", timing.rate(List.of(work)));
    }
  }
}
