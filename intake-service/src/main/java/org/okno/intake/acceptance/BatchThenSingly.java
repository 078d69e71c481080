package org.okno.intake.acceptance;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.okno.messaging.Failure;

/**
 * Runs items as a batch in one transaction and, if one of them makes that fail, singly: the others
 * must not suffer for it.
 *
 * @param transaction returns the result of each item in order; takes effect for all or for none
 * @param concernsAll whether a failure is not caused by an item, so that running singly would not
 *     help
 */
record BatchThenSingly<T, R>(
    Function<List<T>, List<R>> transaction, Predicate<RuntimeException> concernsAll) {

  /** With a transaction of the database: running singly does not help while it is unavailable. */
  static <T, R> BatchThenSingly<T, R> of(Function<List<T>, List<R>> transaction) {
    return new BatchThenSingly<>(
        transaction, e -> Failure.of(e) == Failure.TRANSIENT && !Failure.isConflict(e));
  }

  /** What became of one item. */
  sealed interface Attempt<R> {
    /** Its transaction was committed. */
    record Succeeded<R>(R result) implements Attempt<R> {}

    /** Its transaction failed. */
    record Failed<R>(RuntimeException reason) implements Attempt<R> {}
  }

  /** What became of each item, in their order; throws nothing. */
  List<Attempt<R>> run(List<T> items) {
    if (items.isEmpty()) {
      return List.of();
    }
    try {
      return transaction.apply(items).stream().map(BatchThenSingly::succeeded).toList();
    } catch (RuntimeException e) {
      if (items.size() > 1 && !concernsAll.test(e)) {
        return items.stream().flatMap(item -> run(List.of(item)).stream()).toList();
      }
      return items.stream().map(item -> BatchThenSingly.<R>failed(e)).toList();
    }
  }

  private static <R> Attempt<R> succeeded(R result) {
    return new Attempt.Succeeded<>(result);
  }

  private static <R> Attempt<R> failed(RuntimeException reason) {
    return new Attempt.Failed<>(reason);
  }
}
