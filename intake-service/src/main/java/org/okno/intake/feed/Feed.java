package org.okno.intake.feed;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.okno.cloudevents.EventCodec;
import org.okno.consumer.ConsumerSettings;
import org.okno.consumer.EventLoop;
import org.okno.contracts.Topics;

/** Reads the topics that intake follows, from start to shutdown. */
@Singleton
@Readiness
public final class Feed implements HealthCheck {
  private final EventLoop loop;

  public Feed(
      @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers,
      EventCodec codec,
      TakeEventsIn work,
      MeterRegistry registry) {
    this.loop =
        new EventLoop(
            // Effects go into the database: the transactional id is not used.
            ConsumerSettings.of(
                    "intake", bootstrapServers, List.of(Topics.DIRECTORY, Topics.CASES), "intake")
                .gathering(),
            codec,
            work,
            registry);
  }

  void start(@Observes StartupEvent event) {
    loop.start();
  }

  void stop(@Observes ShutdownEvent event) {
    loop.close();
  }

  /**
   * Told, but no condition: while Kafka is away intake goes on accepting, with the reference data
   * it has.
   */
  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("feed").up().withData("reading", loop.isReading()).build();
  }
}
