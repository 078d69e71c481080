package org.okno.local.run;

import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Shows the state of the parts. */
@Command(
    name = "status",
    description =
        "Shows each part's state, process, URL and log. Exit code 1 when not all are ready, or with a warning.")
public final class StatusCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private DataOption data = new DataOption();

  @Override
  public Integer call() {
    Console console = new Console(spec.commandLine().getOut());
    Optional<RunningStack> stack = new Stacks(data.folder()).running();
    if (stack.isEmpty()) {
      console.print("No stack runs on " + data.folder() + ". Start it with: ./okno up");
      return 1;
    }
    String status = new SupervisorClient(stack.get()).status();
    console.print(status.stripTrailing());
    return status.lines().allMatch(line -> line.contains(" ready ")) ? 0 : 1;
  }
}
