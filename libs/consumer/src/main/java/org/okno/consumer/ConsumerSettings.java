package org.okno.consumer;

import static org.apache.kafka.clients.consumer.ConsumerConfig.*;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Which topics are read, by whom.
 *
 * @param name the consumer's name: its group id, the first part of its dead-letter topics and its
 *     metrics tag, for example {@code case}
 * @param bootstrapServers Kafka's {@code host:port,…}
 * @param transactionalId unique over running instances; used by {@link Work.IntoTopics} only
 * @param maxRecords most records in one batch
 * @param firstPause first wait before transient work is tried again; doubles up to {@code
 *     longestPause}
 * @param gathers whether the broker may keep records back for 0.2 s to hand over more of them at
 *     once; not where each is waited for
 */
public record ConsumerSettings(
    String name,
    String bootstrapServers,
    List<String> topics,
    String transactionalId,
    int maxRecords,
    Duration firstPause,
    Duration longestPause,
    boolean gathers) {

  private static final int GATHERED_BYTES = 64 * 1024;
  private static final int GATHERING_MILLIS = 200;

  /** Settings with the usual pauses (0.1 s to 10 s), 500 records a batch and no gathering. */
  public static ConsumerSettings of(
      String name, String bootstrapServers, List<String> topics, String transactionalId) {
    return new ConsumerSettings(
        name,
        bootstrapServers,
        topics,
        transactionalId,
        500,
        Duration.ofMillis(100),
        Duration.ofSeconds(10),
        false);
  }

  /**
   * The same for a reader whom nobody waits for within 0.2 s: fewer and larger batches cost all
   * parts less.
   */
  public ConsumerSettings gathering() {
    return new ConsumerSettings(
        name,
        bootstrapServers,
        topics,
        transactionalId,
        maxRecords,
        firstPause,
        longestPause,
        true);
  }

  Map<String, Object> consumer() {
    Map<String, Object> config = new HashMap<>();
    config.put(BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    config.put(GROUP_ID_CONFIG, name);
    config.put(CLIENT_ID_CONFIG, name + "-" + String.join("+", topics));
    config.put(KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
    config.put(VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    config.put(ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(AUTO_OFFSET_RESET_CONFIG, "earliest");
    config.put(ISOLATION_LEVEL_CONFIG, "read_committed");
    config.put(MAX_POLL_RECORDS_CONFIG, maxRecords);
    if (gathers) {
      config.put(FETCH_MIN_BYTES_CONFIG, GATHERED_BYTES);
      config.put(FETCH_MAX_WAIT_MS_CONFIG, GATHERING_MILLIS);
    }
    // How long the partitions of a killed instance wait for the next one.
    config.put(SESSION_TIMEOUT_MS_CONFIG, 10_000);
    return config;
  }

  Map<String, Object> producer(boolean transactional) {
    Map<String, Object> config = new HashMap<>();
    config.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    config.put(ProducerConfig.CLIENT_ID_CONFIG, name + "-producer-" + String.join("+", topics));
    config.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
    config.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    // Room for a letter whose record was as long as its topic takes, and has more headers now.
    config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 4 * 1024 * 1024);
    // A broker that is away is found out, and the loop can be stopped.
    config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 15_000);
    if (transactional) {
      config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId);
      // How long the open transaction of a killed instance hides from readers what comes behind it.
      config.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 15_000);
      // The next transaction is refused until the markers of the last are written, some
      // milliseconds.
      config.put(ProducerConfig.RETRY_BACKOFF_MS_CONFIG, 2);
    }
    return config;
  }
}
