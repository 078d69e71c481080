package org.okno.analytics.facts;

import java.util.List;
import java.util.Set;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.StoreBuilder;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import org.okno.contracts.Event;
import org.okno.contracts.IntakeEvent;
import org.okno.messaging.ConsumerMetrics;
import org.okno.messaging.DeadLetter;
import org.okno.messaging.EventCodec;
import org.okno.messaging.Failure;
import org.okno.messaging.Reading;

/**
 * Reads records, lets each event count once, and dead-letters what cannot be read. What it forwards
 * and remembers is in one transaction with the offset.
 */
public final class ReadFacts implements Processor<String, byte[], String, ReadRecord> {
  private static final Logger LOG = Logger.getLogger(ReadFacts.class);

  private final EventCodec codec;
  private final ConsumerMetrics metrics;

  @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else
  private ProcessorContext<String, ReadRecord> context;

  @SuppressWarnings("NullAway.Init")
  private SeenEvents seen;

  ReadFacts(EventCodec codec, ConsumerMetrics metrics) {
    this.codec = codec;
    this.metrics = metrics;
  }

  @Override
  public void init(ProcessorContext<String, ReadRecord> context) {
    this.context = context;
    this.seen = SeenEvents.in(context);
  }

  @Override
  public void process(Record<String, byte[]> record) {
    RecordMetadata from = context.recordMetadata().orElseThrow();
    switch (codec.read(record.headers(), record.value())) {
      case Reading.Known known -> count(record, from, known);
      case Reading.Unknown unknown -> metrics.skipped(from.topic());
      case Reading.Unreadable unreadable -> deadLetter(record, from, unreadable.reason());
    }
  }

  private void count(Record<String, byte[]> record, RecordMetadata from, Reading.Known known) {
    List<Fact> facts;
    try {
      facts = CountEvent.facts(known.event());
    } catch (RuntimeException e) {
      deadLetter(record, from, Failure.describe(e));
      return;
    }
    // What counts nothing needs no remembering: twice nothing is nothing.
    if (!facts.isEmpty() && !seen.isFirst(known.id())) {
      metrics.duplicate(from.topic());
      return;
    }
    facts.forEach(fact -> context.forward(asRecord(fact, record.timestamp())));
    metrics.processed(from.topic());
    log(known.event());
  }

  private void deadLetter(Record<String, byte[]> record, RecordMetadata from, String reason) {
    var headers = new RecordHeaders(record.headers().toArray());
    DeadLetter.mark(headers, from.topic(), from.partition(), from.offset(), reason);
    ReadRecord result = new ReadRecord.DeadLettered(record.value());
    context.forward(new Record<>(record.key(), result, record.timestamp(), headers));
    metrics.deadLettered(from.topic());
    LOG.errorf("dead-lettered a record of %s: %s", from.topic(), reason);
  }

  private static Record<String, ReadRecord> asRecord(Fact fact, long timestamp) {
    return new Record<>(fact.series().key(), new ReadRecord.Counted(fact), timestamp);
  }

  private static void log(Event event) {
    if (event instanceof IntakeEvent.QuestionnaireSubmitted submitted) {
      MDC.put("requestId", submitted.key());
      LOG.info("request counted");
      MDC.remove("requestId");
    }
  }

  /** Makes one a task, with the store of the events it has seen. */
  public record Supplier(EventCodec codec, ConsumerMetrics metrics)
      implements ProcessorSupplier<String, byte[], String, ReadRecord> {
    @Override
    public Processor<String, byte[], String, ReadRecord> get() {
      return new ReadFacts(codec, metrics);
    }

    @Override
    public Set<StoreBuilder<?>> stores() {
      return Set.of(SeenEvents.store());
    }
  }
}
