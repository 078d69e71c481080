package org.okno.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.okno.engines.Engine;
import org.okno.engines.Home;
import org.okno.engines.stack.Part;
import org.okno.engines.stack.Ports;
import org.okno.engines.stack.Progress;
import org.okno.engines.stack.Settings;
import org.okno.engines.stack.Stack;
import org.okno.local.client.Services;

/** One whole stack for all journeys of a run, on free ports, with data of its own. */
public final class RunningStack implements ParameterResolver {

  /** A stack that runs, and its services. */
  public record Region(Stack stack, Services services, Path data) implements AutoCloseable {

    /** A part, to be killed and started. */
    Engine part(Part part) {
      return stack.part(part);
    }

    @Override
    public void close() {
      services.close();
      stack.stop();
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Region.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(ExtensionContext.Namespace.GLOBAL)
        .computeIfAbsent(Region.class, key -> start(), Region.class);
  }

  private static Region start() {
    Home home = Home.find();
    Path data = Path.of("target", "region").toAbsolutePath();
    forget(data);
    Stack stack = new Stack(Settings.of(home, data, Ports.random()));
    stack.start(Progress.silent());
    Map<String, URI> urls =
        Map.of(
            "intake",
            stack.settings().url(Part.INTAKE),
            "routing",
            stack.settings().url(Part.ROUTING),
            "case",
            stack.settings().url(Part.CASE),
            "analytics",
            stack.settings().url(Part.ANALYTICS));
    return new Region(stack, awaitDirectory(new Services(urls)), data);
  }

  /** The codes that intake takes come from routing over a topic. */
  private static Services awaitDirectory(Services services) {
    try {
      Await.until(() -> !services.list("intake", "/v1/needs").isEmpty());
      return services;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** What an earlier run left would be counted with what this one sends. */
  private static void forget(Path data) {
    try (Stream<Path> below = Files.exists(data) ? Files.walk(data) : Stream.empty()) {
      for (Path path : below.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
