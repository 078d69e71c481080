package org.okno.analytics.facts;

import java.util.List;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import org.okno.cloudevents.EventCodec;
import org.okno.cloudevents.Reading;
import org.okno.consumer.ConsumerMetrics;
import org.okno.consumer.DeadLetter;
import org.okno.consumer.Failure;
import org.okno.contracts.Event;
import org.okno.contracts.IntakeEvent;

/**
 * The head of the topology: reads records, lets each event count once, and puts aside what cannot
 * be read. What it sends on, remembers and puts aside is in one transaction with its place.
 */
final class ReadFacts implements Processor<String, byte[], String, HeadRecord> {
  private static final Logger LOG = Logger.getLogger(ReadFacts.class);

  private final EventCodec codec;
  private final ConsumerMetrics metrics;
  private final SeenEvents.Window window;

  @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else
  private ProcessorContext<String, HeadRecord> context;

  @SuppressWarnings("NullAway.Init")
  private SeenEvents seen;

  ReadFacts(EventCodec codec, ConsumerMetrics metrics, SeenEvents.Window window) {
    this.codec = codec;
    this.metrics = metrics;
    this.window = window;
  }

  @Override
  public void init(ProcessorContext<String, HeadRecord> context) {
    this.context = context;
    this.seen = window.in(context);
  }

  @Override
  public void process(Record<String, byte[]> record) {
    RecordMetadata from = context.recordMetadata().orElseThrow();
    switch (codec.read(record.headers(), record.value())) {
      case Reading.Known known -> count(record, from, known);
      case Reading.Unknown unknown -> metrics.skipped(from.topic());
      case Reading.Unreadable unreadable -> putAside(record, from, unreadable.reason());
    }
  }

  private void count(Record<String, byte[]> record, RecordMetadata from, Reading.Known known) {
    List<Fact> facts;
    try {
      facts = CountEvent.facts(known.event());
    } catch (RuntimeException e) {
      putAside(record, from, Failure.describe(e));
      return;
    }
    // What counts nothing needs no remembering: twice nothing is nothing.
    if (!facts.isEmpty() && !seen.isFirst(known.id(), context.currentSystemTimeMs())) {
      metrics.repeated(from.topic());
      return;
    }
    facts.forEach(fact -> context.forward(asRecord(fact, record.timestamp())));
    metrics.worked(from.topic(), 1);
    tell(known.event());
  }

  private void putAside(Record<String, byte[]> record, RecordMetadata from, String reason) {
    var headers = new RecordHeaders(record.headers().toArray());
    DeadLetter.mark(headers, from.topic(), from.partition(), from.offset(), reason);
    HeadRecord letter = new HeadRecord.PutAside(record.value());
    context.forward(new Record<>(record.key(), letter, record.timestamp(), headers));
    metrics.deadLettered(from.topic());
    LOG.errorf("put a record of %s aside: %s", from.topic(), reason);
  }

  private static Record<String, HeadRecord> asRecord(Fact fact, long timestamp) {
    return new Record<>(fact.series().key(), new HeadRecord.Counted(fact), timestamp);
  }

  private static void tell(Event event) {
    if (event instanceof IntakeEvent.QuestionnaireSubmitted submitted) {
      MDC.put("requestId", submitted.key());
      LOG.info("request counted");
      MDC.remove("requestId");
    }
  }
}
