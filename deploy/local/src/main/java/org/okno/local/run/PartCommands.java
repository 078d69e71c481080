package org.okno.local.run;

import java.util.function.BiConsumer;
import org.okno.engines.stack.Part;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Commands that start, stop or kill one part, to test faults. */
public final class PartCommands {

  private PartCommands() {}

  @Command(
      name = "start",
      description = "Starts one part of the running stack, and waits until it is ready.")
  public static final class Start extends PartCommand {
    public Start() {
      super(SupervisorClient::start, "ready");
    }
  }

  @Command(
      name = "stop",
      description = "Stops one part of the running stack; it stays down until it is started.")
  public static final class Stop extends PartCommand {
    public Stop() {
      super(SupervisorClient::stop, "stopped");
    }
  }

  @Command(
      name = "kill",
      description =
          "Kills one part of the running stack as a crash would (kill -9); it stays down until it is started.")
  public static final class Kill extends PartCommand {
    public Kill() {
      super(SupervisorClient::kill, "killed");
    }
  }

  private abstract static class PartCommand implements Runnable {

    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private PartArgument argument = new PartArgument();
    private final BiConsumer<SupervisorClient, Part> action;
    private final String outcome;

    private PartCommand(BiConsumer<SupervisorClient, Part> action, String outcome) {
      this.action = action;
      this.outcome = outcome;
    }

    @Override
    public void run() {
      action.accept(argument.supervisor(), argument.part());
      spec.commandLine().getOut().println(argument.part().label() + " is " + outcome);
    }
  }
}
