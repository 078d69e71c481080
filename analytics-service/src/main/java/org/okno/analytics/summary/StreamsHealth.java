package org.okno.analytics.summary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import org.apache.kafka.streams.KafkaStreams;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready: the topology runs. Alive: it runs, or will by itself (it waits for topics, restores its
 * state, takes over partitions).
 */
@ApplicationScoped
class StreamsHealth {
  private final KafkaStreams streams;

  StreamsHealth(KafkaStreams streams) {
    this.streams = streams;
  }

  @Produces
  @Readiness
  HealthCheck running() {
    return () -> answer("daily summary is counted", streams.state() == KafkaStreams.State.RUNNING);
  }

  @Produces
  @Liveness
  HealthCheck alive() {
    return () ->
        answer(
            "daily summary can be counted",
            !streams.state().hasCompletedShutdown() && !streams.state().isShuttingDown());
  }

  private HealthCheckResponse answer(String name, boolean up) {
    return HealthCheckResponse.named(name)
        .withData("state", streams.state().name())
        .status(up)
        .build();
  }
}
