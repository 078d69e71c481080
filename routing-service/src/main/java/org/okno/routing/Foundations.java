package org.okno.routing;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.okno.cloudevents.EventCodec;
import org.okno.journal.Journal;
import org.okno.routing.policy.RoutingPolicy;

/** Hands plain objects to the beans that need them. */
final class Foundations {
  @Produces
  @Singleton
  Clock clock() {
    return Clock.systemUTC();
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

  @Produces
  @Singleton
  RoutingPolicy policy() {
    return RoutingPolicy.standard();
  }
}
