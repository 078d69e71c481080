package org.okno.engines.stack;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Set;
import org.okno.engines.Home;
import org.okno.engines.certificates.Certificates;
import org.okno.engines.identity.Issuer;
import org.okno.engines.identity.KeycloakIssuer;
import org.okno.engines.identity.LocalIssuer;

/**
 * The settings of a stack.
 *
 * @param home the checkout with the built jars
 * @param data folder of its clusters, logs and passwords
 * @param host the address the services listen on; the engines listen on 127.0.0.1
 * @param parts the parts to start
 */
public record Settings(Home home, Path data, String host, Ports ports, Set<Part> parts) {

  public static final String LOOPBACK = "127.0.0.1";

  public Settings {
    data = data.toAbsolutePath().normalize();
    parts = Set.copyOf(parts);
  }

  /** All parts on the given ports of 127.0.0.1. */
  public static Settings of(Home home, Path data, Ports ports) {
    return new Settings(home, data, LOOPBACK, ports, EnumSet.allOf(Part.class));
  }

  /** The same with only these parts. */
  public Settings only(Set<Part> some) {
    return new Settings(home, data, host, ports, some);
  }

  /** The same with a part on another port. */
  Settings with(Part part, int port) {
    return new Settings(home, data, host, ports.with(part, port), parts);
  }

  /**
   * The issuer of this stack: Keycloak where it was started with one, else one of its own. Keys and
   * secrets are in the data folder.
   */
  public Issuer issuer() {
    return Files.exists(keycloak())
        ? new KeycloakIssuer(
            home, keycloak(), ports.issuer(), identity(), data.resolve("log/keycloak.log"))
        : localIssuer();
  }

  /** The issuer of a stack without a Keycloak. */
  public LocalIssuer localIssuer() {
    return new LocalIssuer(ports.issuer(), identity());
  }

  /** Where the data of Keycloak are; a stack has one where this folder exists. */
  public Path keycloak() {
    return data.resolve("keycloak");
  }

  /** Where the key of the issuer and the secrets of its clients are. */
  public Path identity() {
    return data.resolve("identity");
  }

  /** What the engines of this stack show their clients. */
  public Certificates certificates() {
    return new Certificates(data.resolve("certificates"), Clock.systemUTC());
  }

  public Path log(Part part) {
    return log(part, 1);
  }

  Path log(Part part, int instance) {
    return data.resolve("log").resolve(part.label() + suffix(instance) + ".log");
  }

  /** Where an instance of analytics keeps the state of Kafka Streams. */
  Path streamsState(int instance) {
    return data.resolve("streams" + suffix(instance));
  }

  private static String suffix(int instance) {
    return instance == 1 ? "" : "-" + instance;
  }

  /** The address of a part on this machine. */
  public URI url(Part part) {
    String scheme =
        switch (part) {
          case POSTGRES -> "postgresql";
          case KAFKA -> "kafka";
          case CONNECT, INTAKE, ROUTING, CASE, ANALYTICS -> "http";
        };
    return URI.create(scheme + "://" + LOOPBACK + ":" + ports.of(part));
  }

  /** The address a part listens on. */
  String listenAddress(Part part) {
    return part.isService() ? host : LOOPBACK;
  }
}
