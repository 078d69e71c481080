package org.okno.messaging;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import javax.transaction.xa.XAException;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.okno.sql.SqlFailure;

/** A failure, by the one decision there is to make: retry, or dead-letter the event. */
public enum Failure {
  /** A dependency is not available: handling the same event can succeed later. */
  TRANSIENT,
  /** The event is at fault: handling it will never succeed. */
  POISON;

  /**
   * Classifies an exception by its causes and by what was suppressed on the way (a transaction
   * manager hides there that the database went away at the commit).
   *
   * <p>An SQL error of the {@link SqlFailure#DATA} is poison, and so is JSON that cannot be read;
   * any other SQL, transaction, Kafka or I/O failure is transient: a statement that does not fit
   * the tables meets every event, and none of them may be lost for that. Anything else is a bug
   * that this event meets: poison, so that it does not block the events behind it.
   */
  public static Failure of(Throwable thrown) {
    Set<Throwable> all = Collections.newSetFromMap(new IdentityHashMap<>());
    collect(thrown, all);
    if (all.stream().anyMatch(Failure::isPoison)) {
      return POISON;
    }
    return all.stream().anyMatch(Failure::isTransient) ? TRANSIENT : POISON;
  }

  /**
   * Whether a transaction failed because of others at the same time (SQLSTATE class 40, such as a
   * deadlock, and 55P03, a lock that was not released in time): a smaller one meets that less.
   */
  public static boolean isConflict(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = next(cause)) {
      if (cause instanceof SQLException sql && sql.getSQLState() != null) {
        return sql.getSQLState().startsWith("40") || sql.getSQLState().equals("55P03");
      }
    }
    return false;
  }

  /**
   * Throws the failure again unless the event is at fault.
   *
   * @param thrown by handling events
   */
  static void requirePoison(RuntimeException thrown) {
    if (of(thrown) == TRANSIENT) {
      throw thrown;
    }
  }

  private static void collect(Throwable thrown, Set<Throwable> all) {
    if (all.add(thrown)) {
      if (thrown.getCause() != null) {
        collect(thrown.getCause(), all);
      }
      for (Throwable suppressed : thrown.getSuppressed()) {
        collect(suppressed, all);
      }
    }
  }

  private static boolean isPoison(Throwable one) {
    return switch (one) {
      case PoisonEventException poison -> true;
      case JsonProcessingException json -> true;
      case SQLException sql -> SqlFailure.of(sql) == SqlFailure.DATA;
      default -> false;
    };
  }

  private static boolean isTransient(Throwable one) {
    return switch (one) {
      case SQLException sql -> true;
      case IOException io -> true;
      case KafkaException kafka -> true;
      case InterruptedException interrupted -> true;
      case XAException commit -> true;
      // Named, not typed: this library knows neither JTA nor JPA. A conflict of versions passes
      // when the work reads again.
      default ->
          one.getClass().getName().startsWith("jakarta.transaction.")
              || one.getClass().getName().equals("jakarta.persistence.OptimisticLockException");
    };
  }

  private static @Nullable Throwable next(Throwable cause) {
    return cause.getCause() == cause ? null : cause.getCause();
  }

  /**
   * What to log of a failure: its kind, never its message (a database's message may quote the row).
   */
  public static String describe(Throwable thrown) {
    Throwable root = thrown;
    for (Throwable cause = next(root); cause != null; cause = next(cause)) {
      root = cause;
    }
    return switch (root) {
      case PoisonEventException poison -> String.valueOf(poison.getMessage());
      case SQLException sql -> "SQLSTATE " + sql.getSQLState();
      default -> root.getClass().getName();
    };
  }
}
