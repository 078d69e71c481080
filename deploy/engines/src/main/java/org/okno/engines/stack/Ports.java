package org.okno.engines.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.okno.engines.EngineException;

/**
 * The TCP port of each part, and of the local issuer.
 *
 * @param byPart one for each part
 * @param issuer of {@link org.okno.engines.identity.LocalIssuer}; all are from 1 to 65535, no two
 *     the same
 */
public record Ports(Map<Part, Integer> byPart, int issuer) {

  /** The documented port of the local issuer. */
  public static final int DEFAULT_ISSUER = 8086;

  public Ports {
    byPart = Collections.unmodifiableMap(new EnumMap<>(byPart));
    for (Part part : Part.values()) {
      requirePort(part.label(), Objects.requireNonNullElse(byPart.get(part), 0));
    }
    requirePort("issuer", issuer);
    if (byPart.containsValue(issuer)
        || byPart.values().stream().distinct().count() < byPart.size()) {
      throw new EngineException(
          "Two parts have the same port: " + byPart + ". Move one with --port-<part>.");
    }
  }

  private static void requirePort(String name, int port) {
    if (port < 1 || port > 65535) {
      throw new EngineException("--port-" + name + " must be from 1 to 65535, not " + port);
    }
  }

  /** The documented ports. */
  public static Ports defaults() {
    return new Ports(
        Arrays.stream(Part.values()).collect(Collectors.toMap(part -> part, Part::defaultPort)),
        DEFAULT_ISSUER);
  }

  /** Ports that are free now, for tests. */
  public static Ports random() {
    List<ServerSocket> open = new ArrayList<>();
    Map<Part, Integer> ports = new EnumMap<>(Part.class);
    try {
      // All are open until the last is found, so that none is used twice.
      for (Part part : Part.values()) {
        ports.put(part, free(open));
      }
      int issuer = free(open);
      for (ServerSocket socket : open) {
        socket.close();
      }
      return new Ports(ports, issuer);
    } catch (IOException e) {
      throw new UncheckedIOException("No free port", e);
    }
  }

  private static int free(List<ServerSocket> open) throws IOException {
    open.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
    return open.getLast().getLocalPort();
  }

  public int of(Part part) {
    return Objects.requireNonNull(byPart.get(part));
  }

  public Ports with(Part part, int port) {
    Map<Part, Integer> changed = new EnumMap<>(byPart);
    changed.put(part, port);
    return new Ports(changed, issuer);
  }
}
