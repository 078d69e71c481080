package org.okno.routing.decision;

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

/** Runs {@link DecideRequest} over the questionnaires while the service is up. */
@Readiness
@ApplicationScoped
class DecisionLoop implements HealthCheck {
  static final String CONSUMER = "routing";

  private final EventLoop loop;

  DecisionLoop(
      @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers,
      @ConfigProperty(name = "okno.routing.transactional-id") String transactionalId,
      EventCodec codec,
      DecideRequest decide,
      MeterRegistry registry) {
    this.loop =
        new EventLoop(
            ConsumerSettings.of(
                CONSUMER, bootstrapServers, List.of(Topics.QUESTIONNAIRES), transactionalId),
            codec,
            decide,
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
    return HealthCheckResponse.named("decisions").status(loop.isReading()).build();
  }
}
