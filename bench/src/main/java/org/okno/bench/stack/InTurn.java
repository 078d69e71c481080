package org.okno.bench.stack;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Hands out its elements in turn, for ever. Threads may share it. */
public final class InTurn<T> {

  private final List<T> elements;
  private final AtomicInteger handedOut = new AtomicInteger();

  /**
   * @param elements at least one
   */
  public InTurn(List<T> elements) {
    this.elements = List.copyOf(elements);
  }

  public T next() {
    return elements.get(Math.floorMod(handedOut.getAndIncrement(), elements.size()));
  }
}
