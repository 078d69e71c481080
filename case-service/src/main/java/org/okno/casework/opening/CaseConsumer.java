package org.okno.casework.opening;

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

/** The consumer {@code case}: starts and ends with the service, and is part of its readiness. */
@ApplicationScoped
@Readiness
class CaseConsumer implements HealthCheck {
  static final String NAME = "case";

  private final EventLoop loop;

  CaseConsumer(
      @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers,
      EventCodec codec,
      TakeEvents work,
      MeterRegistry metrics) {
    this.loop =
        new EventLoop(
            ConsumerSettings.of(
                NAME, bootstrapServers, List.of(Topics.DECISIONS, Topics.PERSONS), NAME),
            codec,
            work,
            metrics);
  }

  void start(@Observes StartupEvent started) {
    loop.start();
  }

  void stop(@Observes ShutdownEvent ending) {
    loop.close();
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("consumer " + NAME).status(loop.isReading()).build();
  }
}
