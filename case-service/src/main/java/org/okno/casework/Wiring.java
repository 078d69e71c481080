package org.okno.casework;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.okno.cloudevents.EventCodec;
import org.okno.journal.Journal;
import org.okno.journal.Transactions;

/** The plain objects that the service's beans are built with. */
final class Wiring {

  /** Microseconds: what PostgreSQL keeps, so that a time is read back as it was told. */
  private static final Duration TICK = Duration.ofNanos(1_000);

  @Produces
  @Singleton
  Clock clock() {
    return Clock.tick(Clock.systemUTC(), TICK);
  }

  @Produces
  @Singleton
  Transactions transactions(DataSource database) {
    return new Transactions(database);
  }

  @Produces
  @Singleton
  EventCodec codec() {
    return new EventCodec();
  }

  @Produces
  @Singleton
  Journal journal(EventCodec codec) {
    return new Journal(codec);
  }
}
