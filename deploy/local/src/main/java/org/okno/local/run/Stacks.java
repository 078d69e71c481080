package org.okno.local.run;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import org.okno.engines.EngineException;
import org.okno.engines.Home;
import org.okno.engines.process.ProcessTree;
import org.okno.engines.stack.Part;
import org.okno.engines.stack.Settings;

/** Finds the stack of a data folder. */
public final class Stacks {

  private final Path data;
  private final StateFile file;

  public Stacks(Path data) {
    this.data = data;
    this.file = new StateFile(data);
  }

  /** The settings of a running stack; empty when it does not run or is not ready. */
  public Optional<Settings> ready() {
    return running().filter(stack -> stack.phase() == RunningStack.Phase.READY).map(this::settings);
  }

  /**
   * The same.
   *
   * @throws EngineException when it does not run or is not ready
   */
  public Settings requireReady() {
    return ready().orElseThrow(() -> missing("is ready"));
  }

  /** The running stack, if its supervisor is alive. */
  Optional<RunningStack> running() {
    return file.read().filter(RunningStack::isSupervised);
  }

  /**
   * @throws EngineException when it does not run
   */
  RunningStack required() {
    return running().orElseThrow(() -> missing("runs"));
  }

  private EngineException missing(String state) {
    return new EngineException(
        "No stack %s on %s. Start it with: ./okno up".formatted(state, data));
  }

  Settings settings(RunningStack stack) {
    return new Settings(Home.find(), data, stack.host(), stack.ports(), EnumSet.allOf(Part.class));
  }

  /**
   * Whether the machine stopped while the stack ran, as with a power cut: then its broker may have
   * lost what was not written yet.
   */
  boolean endedWithTheMachine() {
    return file.read().filter(stack -> stack.supervisor().endedWithTheMachine()).isPresent();
  }

  /**
   * Kills the parts that a dead supervisor left running.
   *
   * @return how many
   */
  int killLeftovers() {
    Optional<RunningStack> left = file.read().filter(stack -> !stack.isSupervised());
    var processes =
        left.stream()
            .flatMap(stack -> stack.processes().values().stream())
            .flatMap(process -> process.handle().stream())
            .toList();
    // As after a power failure: every part recovers from it, and nothing is left to stop them in
    // order.
    processes.forEach(ProcessTree::kill);
    left.ifPresent(stack -> file.delete());
    return processes.size();
  }
}
