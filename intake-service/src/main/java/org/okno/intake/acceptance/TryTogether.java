package org.okno.intake.acceptance;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Runs many items in one transaction and, if that fails by the fault of one, each alone: the others
 * must not pay for it.
 *
 * @param transaction answers each item in order, all or none
 * @param concernsAll whether a failure is nobody's own fault, so that trying each alone would not
 *     help
 */
public record TryTogether<T, R>(
    Function<List<T>, List<R>> transaction, Predicate<RuntimeException> concernsAll) {

  /** What came of one item. */
  public sealed interface Attempt<R> {
    /** Its result holds. */
    record Done<R>(R result) implements Attempt<R> {}

    /** Nothing of it holds. */
    record Failed<R>(RuntimeException reason) implements Attempt<R> {}
  }

  /** What came of each item, in their order; throws nothing. */
  public List<Attempt<R>> run(List<T> items) {
    try {
      return transaction.apply(items).stream().map(TryTogether::done).toList();
    } catch (RuntimeException e) {
      if (items.size() > 1 && !concernsAll.test(e)) {
        return items.stream().flatMap(item -> run(List.of(item)).stream()).toList();
      }
      return items.stream().map(item -> TryTogether.<R>failed(e)).toList();
    }
  }

  private static <R> Attempt<R> done(R result) {
    return new Attempt.Done<>(result);
  }

  private static <R> Attempt<R> failed(RuntimeException reason) {
    return new Attempt.Failed<>(reason);
  }
}
