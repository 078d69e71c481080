package org.okno.local.run;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Stops a running stack. */
@Command(name = "down", description = "Stops the stack; data is kept.")
public final class DownCommand implements Callable<Integer> {

  private static final long TIMEOUT_SECONDS = 120;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private DataOption data = new DataOption();

  @Override
  public Integer call() {
    Console console = new Console(spec.commandLine().getOut());
    Stacks stacks = new Stacks(data.folder());
    Optional<ProcessHandle> supervisor =
        stacks.running().flatMap(stack -> stack.supervisor().handle());
    if (supervisor.isEmpty()) {
      int left = stacks.killLeftovers();
      console.print(
          left == 0
              ? "No stack runs on " + data.folder() + "."
              : "The stack had died and left " + left + " parts running; they were killed.");
      return 0;
    }
    supervisor.get().destroy();
    CompletableFuture<Boolean> exit =
        supervisor
            .get()
            .onExit()
            .thenApply(process -> true)
            .completeOnTimeout(false, TIMEOUT_SECONDS, TimeUnit.SECONDS);
    console.await(exit);
    boolean ended = exit.join();
    console.print(
        ended
            ? "Stopped. Data is kept in " + data.folder()
            : "Process %1$d has not ended within %2$d s. Kill it with: kill -9 %1$d"
                .formatted(supervisor.get().pid(), TIMEOUT_SECONDS));
    return ended ? 0 : 1;
  }
}
