package org.okno.engines.stack;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.stream.Collectors;
import org.okno.engines.EngineException;

/**
 * Detects ports in use before anything starts, so that the message can name the part, the process
 * that has the port, and what to do.
 */
final class PortCheck {

  private final Settings settings;

  PortCheck(Settings settings) {
    this.settings = settings;
  }

  /**
   * @throws EngineException that names every port in use
   */
  void requireFree() {
    List<Part> taken = settings.parts().stream().sorted().filter(part -> !isFree(part)).toList();
    if (!taken.isEmpty()) {
      throw new EngineException(
          taken.stream().map(this::describe).collect(Collectors.joining("\n")));
    }
  }

  private boolean isFree(Part part) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(settings.listenAddress(part), settings.ports().of(part)));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private String describe(Part part) {
    int port = settings.ports().of(part);
    return "Port %d, which %s needs, is taken%s. Stop that process, or move this part with --port-%s."
        .formatted(
            port,
            part.label(),
            PortOwner.find(port).map(owner -> " by " + owner).orElse(""),
            part.label());
  }
}
