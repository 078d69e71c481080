package org.okno.analytics.facts;

import java.time.Duration;
import java.util.Set;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;
import org.okno.cloudevents.EventCodec;
import org.okno.consumer.ConsumerMetrics;

/** Makes the heads of the topology, one a task, with the store they remember events in. */
public final class FactsHead implements ProcessorSupplier<String, byte[], String, HeadRecord> {
  private final EventCodec codec;
  private final ConsumerMetrics metrics;
  private final SeenEvents.Window window;

  /**
   * @param rememberEvents for how long a second delivery of an event is known as such
   */
  public FactsHead(EventCodec codec, ConsumerMetrics metrics, Duration rememberEvents) {
    this.codec = codec;
    this.metrics = metrics;
    this.window = new SeenEvents.Window(rememberEvents);
  }

  @Override
  public Processor<String, byte[], String, HeadRecord> get() {
    return new ReadFacts(codec, metrics, window);
  }

  @Override
  public Set<StoreBuilder<?>> stores() {
    return Set.of(window.store());
  }
}
