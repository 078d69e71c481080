package org.okno.cases.notifications;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An endpoint of somebody else, on loopback, with whatever manners a test gives it. */
public final class Endpoint implements AutoCloseable {
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer server;
  private volatile Manners manners;

  /** What came. */
  public record Received(String path, Headers headers, String body) {}

  /** How the endpoint responds. */
  @FunctionalInterface
  public interface Manners {
    void respond(HttpExchange exchange) throws IOException;
  }

  public Endpoint(Manners manners) {
    this.manners = manners;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  /** An endpoint that responds with a status. */
  public static Manners with(int status) {
    return exchange -> exchange.sendResponseHeaders(status, -1);
  }

  /** Responds otherwise from now on. */
  public void change(Manners other) {
    manners = other;
  }

  private void handle(HttpExchange exchange) throws IOException {
    received.add(
        new Received(
            exchange.getRequestURI().getPath(),
            exchange.getRequestHeaders(),
            new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
    try (exchange) {
      manners.respond(exchange);
    }
  }

  /** Its address. */
  public String url() {
    return "http://127.0.0.1:%d/hook".formatted(server.getAddress().getPort());
  }

  /** What came so far, in the order in which it came. */
  public List<Received> received() {
    return List.copyOf(received);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
