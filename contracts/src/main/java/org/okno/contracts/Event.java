package org.okno.contracts;

import java.time.Instant;

/** Something that happened. Everything Okno's services tell each other is one of these. */
public sealed interface Event
    permits IntakeEvent, RoutingEvent, DirectoryEvent, CaseEvent, AnalyticsEvent {

  /** The Kafka record key: events with one key are read in the order they happened. */
  String key();

  /** When it happened, in UTC; the CloudEvents attribute {@code time}. */
  Instant time();
}
