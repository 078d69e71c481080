package org.okno.analytics.reading;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.okno.cloudevents.EventCodec;
import org.okno.consumer.ConsumerSettings;
import org.okno.consumer.EventLoop;
import org.okno.contracts.Topics;

/** Reads the summary's topic into the database as long as the service runs. */
@Readiness
@ApplicationScoped
class ReadSummary implements HealthCheck {
  /** The consumer's name and group. */
  static final String CONSUMER = "analytics";

  private final EventLoop loop;

  ReadSummary(
      @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers,
      EventCodec codec,
      DataSource database,
      MeterRegistry registry) {
    ConsumerSettings settings =
        ConsumerSettings.of(
                CONSUMER, bootstrapServers, List.of(Topics.DAILY_SUMMARY), CONSUMER + "-unused")
            .gathering();
    this.loop = new EventLoop(settings, codec, new KeepRows(database), registry);
  }

  void start(@Observes StartupEvent started) {
    loop.start();
  }

  void stop(@Observes ShutdownEvent stopping) {
    loop.close();
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("daily summary is read").status(loop.isReading()).build();
  }
}
