package org.okno.engines.stack;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
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
    List<String> taken = new ArrayList<>();
    settings.parts().stream()
        .sorted()
        .forEach(
            part ->
                check(
                    part.label(), settings.listenAddress(part), settings.ports().of(part), taken));
    check("issuer", Settings.LOOPBACK, settings.ports().issuer(), taken);
    if (!taken.isEmpty()) {
      throw new EngineException(String.join("\n", taken));
    }
  }

  private static void check(String name, String address, int port, List<String> taken) {
    if (!isFree(address, port)) {
      taken.add(describe(name, port));
    }
  }

  private static boolean isFree(String address, int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(address, port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static String describe(String name, int port) {
    return "Port %d, which %s needs, is taken%s. Stop that process, or move this part with --port-%s."
        .formatted(port, name, PortOwner.find(port).map(owner -> " by " + owner).orElse(""), name);
  }
}
