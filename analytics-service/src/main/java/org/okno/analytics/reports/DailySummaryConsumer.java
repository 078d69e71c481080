package org.okno.analytics.reports;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordBatchMetadata;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.okno.analytics.summary.Revisions;
import org.okno.contracts.AnalyticsEvent.DailySummaryRevised;
import org.okno.messaging.EventDelivery;
import org.okno.messaging.ReceivedEvent;

/**
 * Stores the highest revision of each row; those of a recount that has not caught up yet apart.
 * Handling an event again changes nothing, so no inbox is needed.
 */
@Singleton
class DailySummaryConsumer {
  private final EventDelivery delivery;
  private final DailySummaryRepository repository;

  DailySummaryConsumer(EventDelivery delivery, DailySummaryRepository repository) {
    this.delivery = delivery;
    this.repository = repository;
  }

  @Incoming("analytics")
  @Blocking
  void consume(
      ConsumerRecords<String, byte[]> records,
      IncomingKafkaRecordBatchMetadata<String, byte[]> batch) {
    delivery.deliverRepeatably(batch, this::handle);
  }

  private Runnable handle(List<ReceivedEvent> events) {
    // In the order of keys: two writers never lock crosswise.
    Map<Integer, Map<String, DailySummaryRevised>> latest = new TreeMap<>();
    for (ReceivedEvent event : events) {
      if (event.event() instanceof DailySummaryRevised row) {
        latest
            .computeIfAbsent(Revisions.recountOf(row.revision()), recount -> new TreeMap<>())
            .merge(row.key(), row, (a, b) -> b.revision() > a.revision() ? b : a);
      }
    }
    latest.forEach(
        (recount, rows) ->
            repository.save(recount, rows.values().stream().map(DailySummaryRow::of).toList()));
    return () -> {};
  }
}
