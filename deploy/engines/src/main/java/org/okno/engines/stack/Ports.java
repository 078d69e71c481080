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
 * The TCP port of each part.
 *
 * @param byPart one for each part, 1 to 65535, no two the same
 */
public record Ports(Map<Part, Integer> byPart) {

  public Ports {
    byPart = Collections.unmodifiableMap(new EnumMap<>(byPart));
    for (Part part : Part.values()) {
      int port = Objects.requireNonNullElse(byPart.get(part), 0);
      if (port < 1 || port > 65535) {
        throw new EngineException(
            "--port-" + part.label() + " must be from 1 to 65535, not " + port);
      }
    }
    if (byPart.values().stream().distinct().count() < byPart.size()) {
      throw new EngineException(
          "Two parts have the same port: " + byPart + ". Move one with --port-<part>.");
    }
  }

  /** The documented ports. */
  public static Ports defaults() {
    return new Ports(
        Arrays.stream(Part.values()).collect(Collectors.toMap(part -> part, Part::defaultPort)));
  }

  /** Ports that are free now, for tests. */
  public static Ports random() {
    List<ServerSocket> open = new ArrayList<>();
    Map<Part, Integer> ports = new EnumMap<>(Part.class);
    try {
      // All are open until the last is found, so that none is used twice.
      for (Part part : Part.values()) {
        open.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
        ports.put(part, open.getLast().getLocalPort());
      }
      for (ServerSocket socket : open) {
        socket.close();
      }
      return new Ports(ports);
    } catch (IOException e) {
      throw new UncheckedIOException("No free port", e);
    }
  }

  public int of(Part part) {
    return Objects.requireNonNull(byPart.get(part));
  }

  public Ports with(Part part, int port) {
    Map<Part, Integer> changed = new EnumMap<>(byPart);
    changed.put(part, port);
    return new Ports(changed);
  }
}
