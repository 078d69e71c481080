package org.okno.local.run;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.concurrent.Executors;
import org.okno.engines.EngineException;
import org.okno.engines.NewSecret;
import org.okno.engines.stack.Part;

/**
 * The HTTP endpoint of a supervisor for other commands: {@code POST /<action>/<part>}, {@code GET
 * /status}. It listens on 127.0.0.1 and requires the token of the state file.
 */
final class SupervisorEndpoint implements AutoCloseable {

  private final Supervisor supervisor;
  private final HttpServer server;
  private final String token = NewSecret.random();

  SupervisorEndpoint(Supervisor supervisor) throws IOException {
    this.supervisor = supervisor;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
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

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (!isAuthorized(exchange)) {
        reply(exchange, 403, "This needs the token of the stack.");
        return;
      }
      try {
        reply(exchange, 200, execute(exchange.getRequestURI().getPath().substring(1).split("/")));
      } catch (EngineException e) {
        reply(exchange, 422, String.valueOf(e.getMessage()));
      }
    }
  }

  private boolean isAuthorized(HttpExchange exchange) {
    String authorization = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
    return MessageDigest.isEqual(
        authorization.getBytes(StandardCharsets.UTF_8),
        ("Bearer " + token).getBytes(StandardCharsets.UTF_8));
  }

  private String execute(String[] words) {
    if (words.length == 1 && words[0].equals("status")) {
      return supervisor.status();
    }
    if (words.length != 2) {
      throw new EngineException("No such action: " + String.join("/", words));
    }
    Part part = Part.valueOf(words[1].toUpperCase(Locale.ROOT));
    switch (words[0]) {
      case "start" -> supervisor.start(part);
      case "stop" -> supervisor.stop(part);
      case "kill" -> supervisor.kill(part);
      default -> throw new EngineException("No such action: " + words[0]);
    }
    return "";
  }

  private static void reply(HttpExchange exchange, int status, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }
}
