package org.okno.local.run;

import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;
import org.okno.engines.EngineException;
import org.okno.engines.Home;
import org.okno.engines.stack.Part;
import org.okno.engines.stack.Settings;
import org.okno.engines.stack.SummaryRecount;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Starts the whole stack and supervises it. */
@Command(
    name = "up",
    description =
        "Starts PostgreSQL, Kafka, Connect and the services; Ctrl-C stops them all. Data is kept.")
public final class UpCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private DataOption data = new DataOption();
  @Mixin private PortOptions ports = new PortOptions();
  @Mixin private KeycloakOption keycloak = new KeycloakOption();

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      description =
          "Address the services listen on (default: 127.0.0.1). The engines listen on 127.0.0.1.")
  private String host = Settings.LOOPBACK;

  @Option(
      names = "--only",
      split = ",",
      paramLabel = "PART",
      description = "Starts only these of: ${COMPLETION-CANDIDATES}.")
  private Set<Part> only = EnumSet.allOf(Part.class);

  @Option(names = "--detach", description = "Returns when all is ready; ./okno down stops it.")
  private boolean detach;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Console console = new Console(spec.commandLine().getOut());
    Stacks stacks = new Stacks(data.folder());
    stacks
        .running()
        .ifPresent(
            running -> {
              throw new EngineException(
                  "A stack already runs on %s (process %d). See ./okno status, stop it with ./okno down."
                      .formatted(data.folder(), running.supervisor().pid()));
            });
    Settings settings = new Settings(Home.find(), data.folder(), host, ports.ports(), only);
    keycloak.prepare(settings);
    if (detach) {
      return new BackgroundStack(settings, console)
          .start(spec.commandLine().getParseResult().originalArgs());
    }
    if (stacks.endedWithTheMachine()) {
      new SummaryRecount(settings).request();
      console.print(
          "The machine stopped while Okno ran: what the broker had not written is published again, and the summary is recomputed.");
    }
    int left = stacks.killLeftovers();
    if (left > 0) {
      console.print(
          "A former stack on this folder had died and left %d parts running; they were killed."
              .formatted(left));
    }
    return new ForegroundStack(settings, console).run();
  }
}
