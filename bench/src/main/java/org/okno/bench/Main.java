package org.okno.bench;

import org.okno.bench.faults.FaultsCommand;
import org.okno.bench.grow.GrowCommand;
import org.okno.bench.hostile.HostileCommand;
import org.okno.bench.limits.LimitsCommand;
import org.okno.bench.load.LoadCommand;
import org.okno.bench.rebuild.RebuildCommand;
import org.okno.bench.report.ReportCommand;
import org.okno.bench.routing.RoutingCommand;
import org.okno.bench.start.StartCommand;
import org.okno.bench.territory.TerritoryCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code ./okno bench}. A command that needs a stack starts one of its own and stops it. */
@Command(
    name = "okno bench",
    description = "Measures Okno on this machine; results go to bench/results.",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      LimitsCommand.class,
      LoadCommand.class,
      FaultsCommand.class,
      HostileCommand.class,
      GrowCommand.class,
      RebuildCommand.class,
      StartCommand.class,
      TerritoryCommand.class,
      RoutingCommand.class,
      ReportCommand.class,
    })
public final class Main implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  private Main() {}

  public static void main(String[] arguments) {
    System.exit(org.okno.local.Main.commandLine(new Main()).execute(arguments));
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
