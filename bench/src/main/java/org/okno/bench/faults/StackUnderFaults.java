package org.okno.bench.faults;

import java.util.Optional;
import java.util.Set;
import org.okno.bench.stack.BenchStack;
import org.okno.engines.stack.Links;
import org.okno.engines.stack.Ports;

/**
 * A stack with all that its faults need.
 *
 * @param disks of the engines; none unless a kind of fault needs them
 * @param supervised the process that supervises it; empty where the bench does
 */
record StackUnderFaults(
    BenchStack bench, Network network, Disks disks, Optional<SupervisedStack> supervised)
    implements AutoCloseable {

  /**
   * Returns when it is ready.
   *
   * @param kinds of its faults
   * @param instances of each service
   */
  static StackUnderFaults start(String name, Set<Kind> kinds, int instances, LocalCommand local) {
    boolean supervised = kinds.contains(Kind.SUPERVISOR);
    Ports ports = Ports.random();
    Network network = new Network(ports);
    BenchStack bench =
        BenchStack.prepare(name, ports, supervised ? Links.none() : network.links(), instances);
    StackUnderFaults stack =
        new StackUnderFaults(
            bench,
            network,
            kinds.stream().anyMatch(Kind::needsDisks)
                ? Disks.mountedIn(bench.data())
                : Disks.none(),
            supervised
                ? Optional.of(new SupervisedStack(bench.stack().settings(), local))
                : Optional.empty());
    System.out.println("Starting a stack of its own");
    stack.supervised.ifPresentOrElse(SupervisedStack::up, bench::start);
    return stack;
  }

  @Override
  public void close() {
    supervised.ifPresent(SupervisedStack::close);
    bench.close();
    network.close();
  }
}
