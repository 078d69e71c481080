package org.okno.local.run;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import org.okno.engines.EngineException;
import org.okno.engines.Home;
import org.okno.engines.process.ProcessTree;
import org.okno.engines.stack.Part;
import org.okno.engines.stack.Settings;

/** The stack of a data folder, as other commands find it. */
public final class Stacks {

  private final Path data;
  private final StateFile file;

  public Stacks(Path data) {
    this.data = data;
    this.file = new StateFile(data);
  }

  /** Where a running stack's parts are; empty when it does not run or is not ready. */
  public Optional<Settings> ready() {
    return watched().filter(stack -> stack.phase() == RunningStack.Phase.READY).map(this::settings);
  }

  /** The running stack, if its supervisor is alive. */
  Optional<RunningStack> watched() {
    return file.read().filter(RunningStack::isWatched);
  }

  /**
   * @throws EngineException when it does not run
   */
  RunningStack required() {
    return watched()
        .orElseThrow(
            () -> new EngineException("No stack runs on " + data + ". Start it with: ./okno up"));
  }

  Settings settings(RunningStack stack) {
    return new Settings(Home.find(), data, stack.host(), stack.ports(), EnumSet.allOf(Part.class));
  }

  /**
   * Ends what a supervisor that died has left running.
   *
   * @return how many parts that were
   */
  int endLeftovers() {
    Optional<RunningStack> left = file.read().filter(stack -> !stack.isWatched());
    var processes =
        left.stream()
            .flatMap(stack -> stack.processes().values().stream())
            .flatMap(process -> process.handle().stream())
            .toList();
    // As after a power cut: every part is made for it, and there is no one left to stop them in
    // their order.
    processes.forEach(ProcessTree::kill);
    left.ifPresent(stack -> file.delete());
    return processes.size();
  }
}
