package org.okno.local.run;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** One part by itself, for trials of faults. */
@Command(
    name = "start",
    description = "Starts one part of the running stack, and waits until it is ready.")
public final class StartCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private PartArgument argument = new PartArgument();

  @Override
  public Integer call() {
    argument.orders().start(argument.part());
    spec.commandLine().getOut().println(argument.part().label() + " is ready");
    return 0;
  }
}
