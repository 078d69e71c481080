package org.okno.engines.kafka;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.okno.engines.OwnerOnlyFile;

/**
 * How a client connects to Kafka: where, as whom, and whom it trusts.
 *
 * @param properties under Kafka's own names
 */
public record ClientSettings(Map<String, String> properties) {

  public ClientSettings {
    properties = Map.copyOf(properties);
  }

  /**
   * Over TLS, with a password.
   *
   * @param jaasConfig the user's {@code sasl.jaas.config}
   * @param authority the certificate that is trusted, a PEM file
   */
  public static ClientSettings of(String bootstrapServers, String jaasConfig, Path authority) {
    return new ClientSettings(
        Map.of(
            "bootstrap.servers",
            bootstrapServers,
            "security.protocol",
            "SASL_SSL",
            "sasl.mechanism",
            "PLAIN",
            "sasl.jaas.config",
            jaasConfig,
            "ssl.truststore.type",
            "PEM",
            "ssl.truststore.location",
            authority.toAbsolutePath().toString()));
  }

  /** Reads a file in the form that Kafka's tools take as {@code --command-config}. */
  public static ClientSettings read(Path file) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
    return new ClientSettings(
        properties.stringPropertyNames().stream()
            .collect(Collectors.toMap(name -> name, properties::getProperty)));
  }

  /** Writes such a file; only its owner can read it. */
  void write(Path file) {
    Properties content = new Properties();
    content.putAll(properties);
    OwnerOnlyFile.write(
        file, content, "For Kafka's tools: --command-config. Overwritten at each start");
  }

  public String bootstrapServers() {
    return properties.getOrDefault("bootstrap.servers", "");
  }

  /** The configuration of a client that has these settings and more. */
  public Map<String, Object> with(Map<String, ?> more) {
    Map<String, Object> both = new HashMap<>(properties);
    both.putAll(more);
    return both;
  }

  /** The variables by which a service gets them: {@code KAFKA_BOOTSTRAP_SERVERS} … */
  public Map<String, String> environment() {
    return properties.entrySet().stream()
        .collect(
            Collectors.toMap(
                it -> "KAFKA_" + it.getKey().toUpperCase(Locale.ROOT).replace('.', '_'),
                Map.Entry::getValue));
  }
}
