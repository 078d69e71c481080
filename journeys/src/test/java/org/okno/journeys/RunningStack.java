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
import org.okno.local.client.Caller;
import org.okno.local.client.Services;
import org.okno.local.client.Tokens;

/** One whole stack for all journeys of a run, on free ports, with data of its own. */
public final class RunningStack implements ParameterResolver {

  /**
   * A stack that runs.
   *
   * @param services its services as nobody, for those who call as several
   */
  public record Region(Stack stack, Services services, Path data) implements AutoCloseable {

    /** The services as somebody. */
    Services as(Caller caller) {
      return services.as(caller);
    }

    /** The token of somebody. */
    String token(Caller caller) {
      return Tokens.of(stack.issuer()).of(caller);
    }

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
    services.as(Caller.OPERATOR).awaitDirectory();
    return new Region(stack, services, data);
  }
}
