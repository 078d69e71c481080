package org.okno.bench.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.okno.engines.Await;
import org.okno.engines.EngineException;
import org.okno.engines.kafka.Broker;
import org.okno.local.client.TopicReader;
import org.okno.messaging.DeadLetter;

/**
 * Dead-letters events that were handled, and replays them. Each is marked, so that its replays can
 * be counted: there must be one. A second effect of the event is a breach of the ledger.
 */
final class DeadLetters {

  private static final String MARK = "okno-bench-mark";
  private static final int EVENTS = 200;
  private static final Duration TIMEOUT = Duration.ofMinutes(3);

  private final Broker broker;
  private final LocalCommand replay;
  private final Log log;
  private final Map<DeadLetterTopic, List<String>> marks = new HashMap<>();

  DeadLetters(Broker broker, LocalCommand local, Log log) {
    this.broker = broker;
    this.replay = local;
    this.log = log;
  }

  /** Dead-letters the newest events of the origin, as its consumer would. */
  void add(DeadLetterTopic topic) {
    List<String> marked = marks.computeIfAbsent(topic, key -> new ArrayList<>());
    Map<String, Object> config = broker.administrator().with(Map.of());
    try (var producer =
        new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
      for (ConsumerRecord<byte[], byte[]> event : newest(topic.origin())) {
        String mark = UUID.randomUUID().toString();
        var letter =
            new ProducerRecord<>(topic.name(), null, event.key(), event.value(), event.headers());
        DeadLetter.mark(
            letter.headers(), event.topic(), event.partition(), event.offset(), "a fault run");
        letter.headers().add(MARK, mark.getBytes(UTF_8));
        producer.send(letter);
        marked.add(mark);
      }
    }
  }

  /** Replays them; repeated until it succeeds, as an operator does. */
  void replay(DeadLetterTopic topic) {
    if (!Await.until(TIMEOUT, () -> isReplayed(topic))) {
      throw new EngineException("the dead letters of " + topic.name() + " cannot be replayed");
    }
  }

  private boolean isReplayed(DeadLetterTopic topic) {
    int exitCode =
        replay.run(
            line -> log.say("     " + line),
            List.of(
                "dead-letters",
                "replay",
                topic.name(),
                "--command-config",
                broker.administratorFile().toString()));
    return exitCode == 0;
  }

  /** Each dead letter must have been replayed once. */
  void compare(Differences differences) {
    marks.forEach(
        (topic, expected) -> {
          List<String> replayed = new ArrayList<>();
          readAll(topic.replay(), record -> marksOf(record).forEach(replayed::add));
          differences.compare("dead letters replayed to " + topic.replay(), expected, replayed);
        });
  }

  private static List<String> marksOf(ConsumerRecord<byte[], byte[]> record) {
    Header mark = record.headers().lastHeader(MARK);
    return mark == null ? List.of() : List.of(new String(mark.value(), UTF_8));
  }

  private Deque<ConsumerRecord<byte[], byte[]>> newest(String topic) {
    Deque<ConsumerRecord<byte[], byte[]>> newest = new ArrayDeque<>();
    readAll(
        topic,
        event -> {
          newest.add(event);
          if (newest.size() > EVENTS) {
            newest.remove();
          }
        });
    return newest;
  }

  private void readAll(String topic, Consumer<ConsumerRecord<byte[], byte[]>> reader) {
    Map<String, Object> config =
        broker.administrator().with(Map.of("isolation.level", "read_committed"));
    try (var consumer =
        new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(it -> new TopicPartition(topic, it.partition()))
              .toList();
      TopicReader.readAll(consumer, partitions, reader);
    }
  }
}
