package org.okno.local;

import java.util.List;
import org.okno.engines.EngineException;
import org.okno.local.build.TestCommand;
import org.okno.local.deadletters.DeadLettersCommand;
import org.okno.local.demo.DemoCommand;
import org.okno.local.importer.ImportCommand;
import org.okno.local.run.DevCommand;
import org.okno.local.run.DownCommand;
import org.okno.local.run.KillCommand;
import org.okno.local.run.LogsCommand;
import org.okno.local.run.RebuildCommand;
import org.okno.local.run.StartCommand;
import org.okno.local.run.StatusCommand;
import org.okno.local.run.StopCommand;
import org.okno.local.run.UpCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code ./okno}. A new subcommand is one line in the list below. */
@Command(
    name = "okno",
    description = "Okno, the single window of help, on this machine.",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    version = "0.1.0",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      UpCommand.class,
      DownCommand.class,
      StatusCommand.class,
      LogsCommand.class,
      DevCommand.class,
      StartCommand.class,
      StopCommand.class,
      KillCommand.class,
      DeadLettersCommand.class,
      RebuildCommand.class,
      DemoCommand.class,
      ImportCommand.class,
      TestCommand.class,
    })
public final class Main implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  private Main() {}

  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  /** Runs another command of this command line, as {@code demo} does with {@code up}. */
  public static int execute(List<String> arguments) {
    return commandLine().execute(arguments.toArray(String[]::new));
  }

  /** Without a command: the list of them. */
  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  /**
   * Errors that say what to do are printed as they are; only what nobody foresaw comes with a
   * trace.
   */
  static CommandLine commandLine() {
    return new CommandLine(new Main())
        .setExecutionExceptionHandler(
            (e, command, parsed) -> {
              if (e instanceof EngineException) {
                command.getErr().println(e.getMessage());
                return 1;
              }
              throw e;
            });
  }
}
