package org.okno.engines.kafka;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Those who may connect to a broker. What each may do there is in {@code deploy/topics/access.csv};
 * the administrator and the broker itself may do everything.
 *
 * @param passwords by name
 */
public record KafkaUsers(Map<String, String> passwords) {

  /** The stack itself: topics, access, repairs, dead letters. */
  public static final String ADMINISTRATOR = "administrator";

  /** The broker, where it connects to itself. */
  public static final String BROKER = "broker";

  public KafkaUsers {
    passwords = Map.copyOf(passwords);
  }

  /** A user's {@code sasl.jaas.config}. */
  public String jaasConfig(String user) {
    return credentials(user) + ";";
  }

  /** The {@code sasl.jaas.config} of a listener that lets all of them in. */
  String listener() {
    return new TreeMap<>(passwords)
        .entrySet().stream()
            .map(user -> " user_%s=\"%s\"".formatted(user.getKey(), user.getValue()))
            .collect(Collectors.joining("", credentials(BROKER), ";"));
  }

  /** The same of a listener that only the broker itself connects to. */
  String controller() {
    return new KafkaUsers(Map.of(BROKER, password(BROKER))).listener();
  }

  private String credentials(String user) {
    return "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"%s\" password=\"%s\""
        .formatted(user, password(user));
  }

  private String password(String user) {
    String password = passwords.get(user);
    if (password == null) {
      throw new IllegalArgumentException("Kafka has no user " + user);
    }
    return password;
  }
}
