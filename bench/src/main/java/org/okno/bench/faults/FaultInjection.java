package org.okno.bench.faults;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.okno.engines.stack.Part;
import org.okno.engines.stack.SummaryRecount;

/**
 * Injects the faults of a plan into a stack.
 *
 * @param erasures erases some persons, until each is erased
 */
record FaultInjection(
    StackUnderFaults stack,
    Processes processes,
    Operator operator,
    DeadLetters deadLetters,
    Runnable erasures) {

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
      case Fault.KillOfSupervisor(var downMillis) -> {
        SupervisedStack supervised = stack.supervised().orElseThrow();
        supervised.killSupervisor();
        Thread.sleep(downMillis);
        supervised.up();
      }
      case Fault.FullDisk(var engine, var seconds) -> fillDisk(engine, seconds);
      case Fault.PowerCut cut -> cutPower();
      case Fault.KillDuringReplay kill -> killDuringReplay(kill);
      case Fault.KillOfRebuild(var afterMillis) -> rebuild(afterMillis);
    }
  }

  private void badLink(Fault.BadLink link) throws InterruptedException {
    stack.network().become(link.client(), link.server(), link.state());
    try {
      Thread.sleep(link.seconds() * 1000L);
    } finally {
      stack.network().become(link.client(), link.server(), LinkState.UP);
    }
  }

  private void loseOffsets(Part service) {
    processes.stop(service);
    new Offsets(stack.bench().stack().broker().administrator()).delete(service);
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

  private void fillDisk(Part engine, int seconds) throws InterruptedException {
    stack.disks().of(engine).fill();
    try {
      Thread.sleep(seconds * 1000L);
    } finally {
      stack.disks().of(engine).free();
    }
    // It may have ended: what it has to write it cannot, and then no start succeeds before this
    // one.
    processes.start(engine);
  }

  /** What the summary has counted may be lost, as docs/operations.md says: it is recomputed. */
  private void cutPower() {
    processes.cutPower(stack.disks());
    processes.stop(Part.ANALYTICS);
    new SummaryRecount(stack.bench().stack().settings()).request();
    processes.start(Part.ANALYTICS);
  }

  private void killDuringReplay(Fault.KillDuringReplay kill) throws InterruptedException {
    deadLetters.add(kill.letters());
    var replay =
        CompletableFuture.runAsync(
            () -> deadLetters.replay(kill.letters()), Thread::startVirtualThread);
    Thread.sleep(kill.afterMillis());
    switch (kill.victim()) {
      case COMMAND -> LocalCommand.kill();
      case BROKER -> processes.kill(List.of(Part.KAFKA), 0);
      case CONSUMER -> processes.kill(List.of(kill.letters().service()), 0);
    }
    replay.join();
  }

  private void rebuild(long killAfterMillis) throws InterruptedException {
    processes.stop(Part.CASE);
    try {
      operator.rebuild(killAfterMillis);
    } finally {
      processes.start(Part.CASE);
    }
  }
}
