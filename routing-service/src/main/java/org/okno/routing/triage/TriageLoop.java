package org.okno.routing.triage;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.okno.cloudevents.EventCodec;
import org.okno.consumer.ConsumerSettings;
import org.okno.consumer.EventLoop;
import org.okno.contracts.Topics;

/**
 * Runs {@link HeldRequests} over the decisions while the service is up. A consumer of its own: two
 * loops with different topics in one group would rebalance each other.
 */
@Readiness
@ApplicationScoped
class TriageLoop implements HealthCheck {
  static final String CONSUMER = "routing-triage";

  private final EventLoop loop;

  TriageLoop(
      @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers,
      EventCodec codec,
      HeldRequests held,
      MeterRegistry registry) {
    this.loop =
        new EventLoop(
            ConsumerSettings.of(CONSUMER, bootstrapServers, List.of(Topics.DECISIONS), CONSUMER)
                .gathering(),
            codec,
            held,
            registry);
  }

  void start(@Observes StartupEvent event) {
    loop.start();
  }

  void stop(@Observes ShutdownEvent event) {
    loop.close();
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("triage").status(loop.isReading()).build();
  }
}
