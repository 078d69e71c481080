package org.okno.local.run;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.Executors;
import org.okno.engines.EngineException;
import org.okno.engines.stack.Part;

/**
 * Where a supervisor takes the orders of other commands: {@code POST /<order>/<part>}, {@code GET
 * /status}. On 127.0.0.1, and only with the token that stands in the state file.
 */
final class Control implements AutoCloseable {

  private final Supervisor supervisor;
  private final HttpServer server;
  private final String token;

  Control(Supervisor supervisor) throws IOException {
    this.supervisor = supervisor;
    byte[] bytes = new byte[24];
    new SecureRandom().nextBytes(bytes);
    token = HexFormat.of().formatHex(bytes);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  String token() {
    return token;
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (!isAllowed(exchange)) {
        reply(exchange, 403, "This order needs the token of the stack.");
        return;
      }
      try {
        reply(exchange, 200, obey(exchange.getRequestURI().getPath().substring(1).split("/")));
      } catch (EngineException e) {
        reply(exchange, 422, String.valueOf(e.getMessage()));
      }
    }
  }

  private boolean isAllowed(HttpExchange exchange) {
    String shown = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
    return MessageDigest.isEqual(
        shown.getBytes(StandardCharsets.UTF_8),
        ("Bearer " + token).getBytes(StandardCharsets.UTF_8));
  }

  private String obey(String[] words) {
    if (words.length == 1 && words[0].equals("status")) {
      return supervisor.status();
    }
    if (words.length != 2) {
      throw new EngineException("No such order: " + String.join("/", words));
    }
    Part part = Part.named(words[1]);
    switch (words[0]) {
      case "start" -> supervisor.start(part);
      case "stop" -> supervisor.stop(part);
      case "kill" -> supervisor.kill(part);
      default -> throw new EngineException("No such order: " + words[0]);
    }
    return "";
  }

  private static void reply(HttpExchange exchange, int status, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }
}
