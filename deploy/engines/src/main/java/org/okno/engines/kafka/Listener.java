package org.okno.engines.kafka;

import java.util.Locale;

/**
 * One more listener of the broker on 127.0.0.1.
 *
 * @param name in capital letters
 * @param advertised the port that its clients are told to connect to
 */
public record Listener(String name, int port, int advertised) {

  /** The broker's property for who may connect to a listener. */
  static String jaasConfig(String name) {
    return "listener.name.%s.plain.sasl.jaas.config".formatted(name.toLowerCase(Locale.ROOT));
  }

  String address() {
    return name + "://127.0.0.1:" + port;
  }

  String advertisedAddress() {
    return name + "://127.0.0.1:" + advertised;
  }
}
