package org.okno.analytics.summary;

import java.time.Duration;
import java.util.Set;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;
import org.okno.analytics.facts.Fact;
import org.okno.messaging.EventCodec;
import org.okno.messaging.EventIds;

/**
 * Applies facts to rows and emits the rows that changed, some times a second instead of at each
 * fact: a busy row changes hundreds of times in between.
 */
final class ReviseRows implements Processor<String, Fact, String, byte[]> {
  private final EventCodec codec;
  private final Duration emitInterval;
  private final int recount;

  @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else
  private ProcessorContext<String, byte[]> context;

  @SuppressWarnings("NullAway.Init")
  private Rows rows;

  private ReviseRows(EventCodec codec, SummarySettings settings) {
    this.codec = codec;
    this.emitInterval = settings.emitInterval();
    this.recount = settings.recount();
  }

  @Override
  public void init(ProcessorContext<String, byte[]> context) {
    this.context = context;
    this.rows = Rows.in(context, Revisions.before(recount));
    context.schedule(
        emitInterval,
        PunctuationType.WALL_CLOCK_TIME,
        now -> rows.emit(revised -> forward(revised, now)));
  }

  @Override
  public void process(Record<String, Fact> record) {
    rows.apply(record.value());
  }

  private void forward(Rows.Revised revised, long now) {
    // The topic is compacted by the row's key, and its reader takes the highest revision: the id of
    // the event names this emission only.
    ProducerRecord<String, byte[]> event =
        codec.write(EventIds.next(), revised.row().asEvent(revised.key()));
    context.forward(new Record<>(event.key(), event.value(), now, event.headers()));
  }

  /** Makes one a task, with its stores. */
  record Supplier(EventCodec codec, SummarySettings settings)
      implements ProcessorSupplier<String, Fact, String, byte[]> {
    @Override
    public Processor<String, Fact, String, byte[]> get() {
      return new ReviseRows(codec, settings);
    }

    @Override
    public Set<StoreBuilder<?>> stores() {
      return Set.of(Rows.rowStore(), Rows.dirtyStore());
    }
  }
}
