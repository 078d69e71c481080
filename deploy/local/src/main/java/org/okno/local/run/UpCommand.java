package org.okno.local.run;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import org.okno.engines.EngineException;
import org.okno.engines.Home;
import org.okno.engines.stack.Part;
import org.okno.engines.stack.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Starts the whole stack and watches over it. */
@Command(
    name = "up",
    description =
        "Starts PostgreSQL, Kafka, Connect and the services; Ctrl-C stops them all. Data is kept.")
public final class UpCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private DataOption data = new DataOption();
  @Mixin private PortOptions ports = new PortOptions();

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      description =
          "Address the services listen on (default: 127.0.0.1). The engines stay on 127.0.0.1.")
  private String host = Settings.LOOPBACK;

  @Option(
      names = "--only",
      split = ",",
      paramLabel = "PART",
      description = "Starts only these parts, such as postgres,kafka,connect.")
  private List<String> only = List.of();

  @Option(names = "--detach", description = "Returns when all is ready; ./okno down stops it.")
  private boolean detach;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Console console = new Console(spec.commandLine().getOut());
    Stacks stacks = new Stacks(data.folder());
    stacks
        .watched()
        .ifPresent(
            running -> {
              throw new EngineException(
                  "A stack already runs on "
                      + data.folder()
                      + " (process "
                      + running.supervisor().pid()
                      + "). Look at it with ./okno status, stop it with ./okno down.");
            });
    Settings settings = new Settings(Home.find(), data.folder(), host, ports.ports(), parts());
    if (detach) {
      return new Detached(settings, console)
          .start(spec.commandLine().getParseResult().originalArgs());
    }
    int left = stacks.endLeftovers();
    if (left > 0) {
      console.say(
          "A former stack on this folder died and left " + left + " parts running; ended them.");
    }
    return new Foreground(settings, console).run();
  }

  private EnumSet<Part> parts() {
    EnumSet<Part> chosen = EnumSet.noneOf(Part.class);
    only.forEach(label -> chosen.add(Part.named(label)));
    return chosen.isEmpty() ? EnumSet.allOf(Part.class) : chosen;
  }
}
