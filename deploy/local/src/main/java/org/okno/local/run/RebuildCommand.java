package org.okno.local.run;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.okno.engines.service.CaseRebuild;
import org.okno.engines.stack.Environment;
import org.okno.engines.stack.Part;
import org.okno.engines.stack.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Rebuilds the cases of the running stack from its topics. */
@Command(
    name = "rebuild",
    subcommands = RecountCommand.class,
    description = {
      "Rebuilds the tables of the case service from the topics, prints the differences from the present ones, and",
      "replaces them. The case service is stopped meanwhile; the others keep running, and nothing is lost."
    })
public final class RebuildCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private DataOption data = new DataOption();

  @Option(
      names = "--dry-run",
      description = "Rebuilds and compares, and replaces nothing. Exit code 1 where a row differs.")
  private boolean dry;

  @Option(
      names = "--timeout",
      description =
          "Seconds to wait for the journal's last events on their topic (default: ${DEFAULT-VALUE}).")
  private int timeout = 60;

  @Override
  public Integer call() {
    Stacks stacks = new Stacks(data.folder());
    RunningStack running = stacks.required();
    Settings settings = stacks.settings(running);
    return new SupervisorClient(running).whileStopped(Part.CASE, () -> rebuild(settings));
  }

  private int rebuild(Settings settings) {
    PrintWriter out = spec.commandLine().getOut();
    return new CaseRebuild(settings.home(), new Environment(settings).of(Part.CASE))
        .run(
            line -> {
              out.println(line);
              out.flush();
            },
            "--timeout=" + timeout,
            dry ? "--dry-run" : "--replace");
  }
}
