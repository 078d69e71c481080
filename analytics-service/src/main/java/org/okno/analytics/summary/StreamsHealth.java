package org.okno.analytics.summary;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.apache.kafka.streams.KafkaStreams;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready: the topology runs. Alive: it runs, or will by itself (it waits for topics, restores its
 * state, takes over partitions).
 */
@Singleton
class StreamsHealth {
  private final KafkaStreams streams;

  StreamsHealth(KafkaStreams streams) {
    this.streams = streams;
  }

  @Produces
  @Readiness
  HealthCheck running() {
    return () ->
        response("daily summary is counted", streams.state() == KafkaStreams.State.RUNNING);
  }

  @Produces
  @Liveness
  HealthCheck alive() {
    return () ->
        response(
            "daily summary can be counted",
            !streams.state().hasCompletedShutdown() && !streams.state().isShuttingDown());
  }

  private HealthCheckResponse response(String name, boolean up) {
    return HealthCheckResponse.named(name)
        .withData("state", streams.state().name())
        .status(up)
        .build();
  }
}
