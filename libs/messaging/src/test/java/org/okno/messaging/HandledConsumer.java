package org.okno.messaging;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordBatchMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jdbi.v3.core.Jdbi;
import org.okno.contracts.DirectoryEvent.AgencyPublished;

/** A consumer as services have them: it inserts the id of each event into a table. */
@ApplicationScoped
public class HandledConsumer {
  static final String CHANNEL = "messaging-test";
  static final String TOPIC = "test.events";

  private final EventDelivery delivery;
  private final Jdbi jdbi;
  private volatile Consumer<List<ReceivedEvent>> before = events -> {};
  private volatile Runnable after = () -> {};

  HandledConsumer(EventDelivery delivery, Jdbi jdbi) {
    this.delivery = delivery;
    this.jdbi = jdbi;
  }

  @Incoming(CHANNEL)
  @Blocking
  void consume(
      ConsumerRecords<String, byte[]> records,
      IncomingKafkaRecordBatchMetadata<String, byte[]> batch) {
    delivery.deliver(batch, this::handle);
  }

  private Runnable handle(List<ReceivedEvent> events) {
    jdbi.useHandle(
        handle ->
            events.forEach(
                event -> handle.execute("insert into handled (id) values (?)", id(event))));
    before.accept(events);
    return after;
  }

  void behaveWell() {
    before = events -> {};
    after = () -> {};
  }

  void beforeCommit(Consumer<List<ReceivedEvent>> failure) {
    before = failure;
  }

  void afterCommit(Runnable failure) {
    after = failure;
  }

  static String id(ReceivedEvent event) {
    return ((AgencyPublished) event.event()).id();
  }
}
