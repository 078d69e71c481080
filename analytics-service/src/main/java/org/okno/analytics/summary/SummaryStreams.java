package org.okno.analytics.summary;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.apache.kafka.streams.Topology;
import org.okno.cloudevents.EventCodec;
import org.okno.consumer.ConsumerMetrics;

/** Hands the topology to Quarkus, which runs it. */
@ApplicationScoped
class SummaryStreams {

  @Produces
  Topology topology(SummarySettings settings, EventCodec codec, MeterRegistry registry) {
    return SummaryTopology.build(
        settings, codec, new ConsumerMetrics(registry, SummaryTopology.CONSUMER));
  }

  @Produces
  @Singleton
  EventCodec codec() {
    return new EventCodec();
  }

  @Produces
  @Singleton
  Clock clock() {
    return Clock.systemUTC();
  }
}
