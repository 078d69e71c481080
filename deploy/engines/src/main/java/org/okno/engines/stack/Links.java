package org.okno.engines.stack;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.okno.engines.kafka.Listener;

/**
 * Other ways from clients of the engines to PostgreSQL and Kafka than their own ports: through a
 * proxy of the caller, which can disturb them.
 *
 * @param byClient a client that is missing connects directly
 */
public record Links(Map<Part, Link> byClient) {

  public Links {
    Map<Part, Link> copy = new EnumMap<>(Part.class);
    copy.putAll(byClient);
    byClient = Collections.unmodifiableMap(copy);
  }

  /**
   * The way of one client; ports of 127.0.0.1.
   *
   * @param postgres where the proxy to PostgreSQL listens
   * @param kafka where the proxy to Kafka listens; the broker advertises it to this client
   * @param listener where the broker listens for that proxy
   */
  public record Link(int postgres, int kafka, int listener) {}

  /** Every client connects directly. */
  public static Links none() {
    return new Links(Map.of());
  }

  /** PostgreSQL's port as a client sees it. */
  int postgres(Part client, Ports ports) {
    Link link = byClient.get(client);
    return link == null ? ports.of(Part.POSTGRES) : link.postgres();
  }

  /** The broker's port as a client sees it. */
  int kafka(Part client, Ports ports) {
    Link link = byClient.get(client);
    return link == null ? ports.of(Part.KAFKA) : link.kafka();
  }

  /** What the broker listens on besides its own port. */
  List<Listener> listeners() {
    return byClient.entrySet().stream()
        .map(
            it -> new Listener(it.getKey().name(), it.getValue().listener(), it.getValue().kafka()))
        .toList();
  }
}
