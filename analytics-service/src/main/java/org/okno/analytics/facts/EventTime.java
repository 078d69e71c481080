package org.okno.analytics.facts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.streams.processor.TimestampExtractor;

/**
 * The CloudEvents time of a record, so that Kafka Streams takes the topics in the order things
 * happened. Never later than the record came to Kafka (the broker refuses to pass on a time in the
 * future) and never negative (Kafka Streams would drop the record unseen).
 */
public final class EventTime implements TimestampExtractor {
  @Override
  public long extract(ConsumerRecord<Object, Object> record, long partitionTime) {
    long arrived = Math.max(0, record.timestamp());
    Header time = record.headers().lastHeader("ce_time");
    if (time == null || time.value() == null) {
      return arrived;
    }
    try {
      long happened =
          OffsetDateTime.parse(new String(time.value(), UTF_8)).toInstant().toEpochMilli();
      return Math.clamp(happened, 0, arrived);
    } catch (DateTimeException | ArithmeticException e) {
      return arrived;
    }
  }
}
