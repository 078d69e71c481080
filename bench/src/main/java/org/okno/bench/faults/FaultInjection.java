package org.okno.bench.faults;

import java.io.IOException;
import java.util.List;
import org.okno.engines.stack.Part;
import org.okno.engines.stack.Stack;

/** Injects the faults of a plan into a stack. */
final class FaultInjection {

  private final Stack stack;
  private final Processes processes;
  private final Network network;
  private final Operator operator;
  private final Runnable erasures;

  /**
   * @param erasures erases some persons, until each is erased
   */
  FaultInjection(
      Stack stack, Processes processes, Network network, Operator operator, Runnable erasures) {
    this.stack = stack;
    this.processes = processes;
    this.network = network;
    this.operator = operator;
    this.erasures = erasures;
  }

  /** Returns when the affected part is ready again. */
  void inject(Fault fault) throws IOException, InterruptedException {
    switch (fault) {
      case Fault.Kill(var part, var downMillis) -> processes.kill(List.of(part), downMillis);
      case Fault.KillOfTwo(var one, var other, var downMillis) ->
          processes.kill(List.of(one, other), downMillis);
      case Fault.Pause(var part, var seconds) -> processes.pause(part, seconds);
      case Fault.ColdBroker cold -> processes.coldBroker();
      case Fault.NewConnector(var service) -> operator.registerAgain(service);
      case Fault.BadLink link -> badLink(link);
      case Fault.LostOffsets(var service) -> loseOffsets(service);
      case Fault.LostSlot(var service) -> operator.dropSlot(service);
      case Fault.WrongClock(var service, var ahead, var seconds) ->
          processes.wrongClock(service, ahead, seconds);
      case Fault.KillDuring kill -> killDuring(kill);
      case Fault.KillOfRebuild(var afterMillis) -> rebuild(afterMillis);
    }
  }

  private void badLink(Fault.BadLink link) throws InterruptedException {
    network.become(link.client(), link.server(), link.state());
    try {
      Thread.sleep(link.seconds() * 1000L);
    } finally {
      network.become(link.client(), link.server(), LinkState.UP);
    }
  }

  private void loseOffsets(Part service) {
    stack.part(service).stop();
    new Offsets(stack.broker().bootstrapServers()).delete(service);
    processes.start(service);
  }

  private void killDuring(Fault.KillDuring kill) throws InterruptedException {
    Runnable task =
        switch (kill.task()) {
          case ERASURE -> erasures;
          case IMPORT -> operator::importDirectory;
        };
    Thread running = Thread.ofVirtual().start(task);
    Thread.sleep(kill.afterMillis());
    processes.kill(List.of(kill.part()), 0);
    running.join();
  }

  private void rebuild(long killAfterMillis) throws InterruptedException {
    stack.part(Part.CASE).stop();
    try {
      operator.rebuild(killAfterMillis);
    } finally {
      processes.start(Part.CASE);
    }
  }
}
