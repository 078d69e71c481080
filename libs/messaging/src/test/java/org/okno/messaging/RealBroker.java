package org.okno.messaging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.okno.engines.Home;
import org.okno.engines.kafka.Broker;

/** A broker of the tests' own, with what is needed to look into it. */
final class RealBroker implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final Broker broker;
  private final Admin admin;
  private final KafkaProducer<String, byte[]> producer;

  RealBroker() throws IOException {
    Home home = Home.find();
    Path parent = Files.createDirectories(home.root().resolve("libs/consumer/target/it"));
    Path folder = Files.createTempDirectory(parent, "run");
    broker = new Broker(home, folder.resolve("kafka"), freePort(), folder.resolve("kafka.log"));
    broker.start();
    Map<String, Object> address = Map.of("bootstrap.servers", broker.bootstrapServers());
    admin = Admin.create(address);
    producer = new KafkaProducer<>(address, new StringSerializer(), new ByteArraySerializer());
  }

  String bootstrapServers() {
    return broker.bootstrapServers();
  }

  void create(String topic) throws ExecutionException, InterruptedException {
    NewTopic one =
        new NewTopic(topic, Optional.of(2), Optional.empty())
            .configs(topic.endsWith(".dlq") ? Map.of("max.message.bytes", "4194304") : Map.of());
    admin.createTopics(List.of(one)).all().get();
  }

  void send(ProducerRecord<String, byte[]> record) throws ExecutionException, InterruptedException {
    producer.send(record).get();
  }

  /** Committed records of a topic, read until there are so many. */
  List<ConsumerRecord<String, byte[]>> await(String topic, int count) {
    List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
    try (KafkaConsumer<String, byte[]> consumer = reader(topic)) {
      long end = System.nanoTime() + LIMIT.toNanos();
      while (found.size() < count && System.nanoTime() < end) {
        consumer.poll(Duration.ofMillis(100)).forEach(found::add);
      }
    }
    if (found.size() < count) {
      throw new AssertionError(found.size() + " records in " + topic + ", expected " + count);
    }
    return found;
  }

  private KafkaConsumer<String, byte[]> reader(String topic) {
    KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrapServers(), "isolation.level", "read_committed"),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    List<TopicPartition> partitions =
        List.of(new TopicPartition(topic, 0), new TopicPartition(topic, 1));
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    return consumer;
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    producer.close();
    admin.close();
    broker.stop();
  }
}
