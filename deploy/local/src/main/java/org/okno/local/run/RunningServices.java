package org.okno.local.run;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.okno.engines.EngineException;
import org.okno.local.client.Services;
import picocli.CommandLine.Mixin;

/** The services of a data folder's stack; starts the stack in the background if it is not up. */
public final class RunningServices {
  @Mixin private DataOption data = new DataOption();
  @Mixin private PortOptions ports = new PortOptions();

  /**
   * The services, ready.
   *
   * @param okno runs a command, such as {@code up}
   * @throws EngineException when the stack does not start
   */
  public Services open(Consumer<List<String>> okno) {
    Stacks stacks = new Stacks(data.folder());
    if (stacks.ready().isEmpty()) {
      List<String> up =
          new ArrayList<>(List.of("up", "--detach", "--data", data.folder().toString()));
      up.addAll(ports.arguments());
      okno.accept(up);
    }
    return stacks
        .ready()
        .map(Services::of)
        .orElseThrow(() -> new EngineException("The stack did not start; see above."));
  }
}
