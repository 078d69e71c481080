package org.okno.local.run;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** One part by itself, for trials of faults. */
@Command(
    name = "kill",
    description =
        "Kills one part of the running stack as a crash would (kill -9); it stays down until it is started.")
public final class KillCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private PartArgument argument = new PartArgument();

  @Override
  public Integer call() {
    argument.orders().kill(argument.part());
    spec.commandLine().getOut().println(argument.part().label() + " is killed");
    return 0;
  }
}
