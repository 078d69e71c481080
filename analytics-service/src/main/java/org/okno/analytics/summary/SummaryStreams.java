package org.okno.analytics.summary;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.apache.kafka.streams.Topology;
import org.okno.messaging.ConsumerMetrics;
import org.okno.messaging.EventCodec;

/** The topology as a bean: Quarkus runs it. */
final class SummaryStreams {
  private SummaryStreams() {}

  @Produces
  @Singleton
  static Topology topology(SummarySettings settings, EventCodec codec, MeterRegistry registry) {
    return SummaryTopology.build(
        settings, codec, new ConsumerMetrics(registry, SummaryTopology.CONSUMER));
  }
}
