package org.okno.journeys;

import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.okno.engines.Engine;
import org.okno.engines.Folders;
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
    // Data of an earlier run would be counted with this one's.
    Folders.delete(data);
    Stack stack = new Stack(Settings.of(home, data, Ports.random()));
    stack.start(Progress.silent());
    Services services = Services.of(stack.settings());
    services.awaitDirectory();
    return new Region(stack, services, data);
  }
}
