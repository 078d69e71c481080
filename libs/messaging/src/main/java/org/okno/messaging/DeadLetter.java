package org.okno.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;

/**
 * A record that a consumer can never handle. It goes to {@code <consumer>.<topic>.dlq} with its
 * key, value and headers, and with these headers more (the names are those of SmallRye Reactive
 * Messaging).
 *
 * @param reason what is wrong with it; never holds a payload
 */
public record DeadLetter(ConsumerRecord<String, byte[]> record, String reason) {
  /** Why it was dead-lettered. */
  public static final String REASON = "dead-letter-reason";

  /** The topic it was read from first; a replay keeps this header and the next two. */
  public static final String TOPIC = "dead-letter-topic";

  /** The partition it was read from. */
  public static final String PARTITION = "dead-letter-partition";

  /** Its offset in that partition. */
  public static final String OFFSET = "dead-letter-offset";

  /**
   * Adds the headers; for a consumer that produces its dead letters itself, as a Kafka Streams
   * topology does. What was replayed and failed again keeps its origin.
   */
  public static void mark(
      Headers headers, String topic, int partition, long offset, String reason) {
    put(headers, REASON, reason);
    if (headers.lastHeader(TOPIC) == null) {
      put(headers, TOPIC, topic);
      put(headers, PARTITION, Integer.toString(partition));
      put(headers, OFFSET, Long.toString(offset));
    }
  }

  private static void put(Headers headers, String name, String value) {
    headers.remove(name);
    headers.add(name, value.getBytes(UTF_8));
  }
}
