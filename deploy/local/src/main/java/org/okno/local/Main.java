package org.okno.local;

import java.util.Arrays;
import java.util.List;
import org.okno.engines.EngineException;
import org.okno.engines.stack.Part;
import org.okno.local.build.BenchCommand;
import org.okno.local.build.TestCommand;
import org.okno.local.channel.ChannelCommand;
import org.okno.local.deadletters.DeadLettersCommand;
import org.okno.local.demo.DemoCommand;
import org.okno.local.directory.DirectoryCommand;
import org.okno.local.importer.ImportCommand;
import org.okno.local.run.DevCommand;
import org.okno.local.run.DownCommand;
import org.okno.local.run.LogsCommand;
import org.okno.local.run.PartCommands;
import org.okno.local.run.RebuildCommand;
import org.okno.local.run.StatusCommand;
import org.okno.local.run.UpCommand;
import org.okno.local.suggestions.SuggestionsCommand;
import org.okno.local.territories.TerritoriesCommand;
import org.okno.local.token.TokenCommand;
import org.okno.local.vault.VaultCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

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
      TokenCommand.class,
      ChannelCommand.class,
      PartCommands.Start.class,
      PartCommands.Stop.class,
      PartCommands.Kill.class,
      DeadLettersCommand.class,
      RebuildCommand.class,
      VaultCommand.class,
      DemoCommand.class,
      ImportCommand.class,
      DirectoryCommand.class,
      TerritoriesCommand.class,
      SuggestionsCommand.class,
      BenchCommand.class,
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

  /** Without a command: the usage help. */
  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  static CommandLine commandLine() {
    return commandLine(new Main());
  }

  private static Part part(String label) {
    return Arrays.stream(Part.values())
        .filter(part -> part.label().equals(label))
        .findFirst()
        .orElseThrow(() -> new TypeConversionException("there is no part '" + label + "'"));
  }

  /**
   * A command line that prints the message of an {@link EngineException}, which says what to do;
   * other exceptions come with their stack trace.
   */
  public static CommandLine commandLine(Object command) {
    return new CommandLine(command)
        .registerConverter(Part.class, Main::part)
        .setExecutionExceptionHandler(
            (e, failed, parsed) -> {
              if (e instanceof EngineException) {
                failed.getErr().println(e.getMessage());
                return 1;
              }
              throw e;
            });
  }
}
