package org.okno.bench.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.okno.engines.stack.Links;
import org.okno.engines.stack.Part;
import org.okno.engines.stack.Ports;

/** A link from each client to PostgreSQL and to Kafka; each can be disturbed by itself. */
final class Network implements AutoCloseable {

  /** Who connects to the engines. */
  static final List<Part> CLIENTS =
      List.of(Part.CONNECT, Part.INTAKE, Part.ROUTING, Part.CASE, Part.ANALYTICS);

  private final Map<Direction, Link> byDirection = new HashMap<>();
  private final Links links;

  private record Direction(Part client, Part server) {}

  /**
   * @param ports of the stack
   */
  Network(Ports ports) {
    Map<Part, Links.Link> byClient = new EnumMap<>(Part.class);
    for (Part client : CLIENTS) {
      int listener = freePort();
      Link postgres = new Link(ports.of(Part.POSTGRES));
      Link kafka = new Link(listener);
      byDirection.put(new Direction(client, Part.POSTGRES), postgres);
      byDirection.put(new Direction(client, Part.KAFKA), kafka);
      byClient.put(client, new Links.Link(postgres.port(), kafka.port(), listener));
    }
    links = new Links(byClient);
  }

  /** For the stack. */
  Links links() {
    return links;
  }

  void become(Part client, Part server, LinkState state) {
    Objects.requireNonNull(byDirection.get(new Direction(client, server))).become(state);
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException("No free port", e);
    }
  }

  @Override
  public void close() {
    byDirection.values().forEach(Link::close);
  }
}
