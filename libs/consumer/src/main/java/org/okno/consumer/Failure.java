package org.okno.consumer;

import java.io.IOException;
import java.sql.SQLException;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/** A failure, by the one decision there is to make: try again, or put the event aside. */
public enum Failure {
  /** The world is not ready: the same work can succeed later. */
  TRANSIENT,
  /** The event is at fault: the same work fails for ever. */
  POISON;

  /**
   * Classes what a work threw.
   *
   * <p>SQLSTATE classes 22 (data exception) and 23 (integrity constraint violation) are the event's
   * fault; any other SQL, Kafka or I/O failure is the world's. What is neither is a fault in
   * handling this event: put aside, so that it stops nobody behind it.
   */
  public static Failure of(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = next(cause)) {
      if (cause instanceof PoisonEventException) {
        return POISON;
      }
      if (cause instanceof SQLException sql) {
        return isDataFault(sql) ? POISON : TRANSIENT;
      }
      if (cause instanceof IOException
          || cause instanceof KafkaException
          || cause instanceof InterruptedException) {
        return TRANSIENT;
      }
    }
    return POISON;
  }

  private static boolean isDataFault(SQLException sql) {
    String state = sql.getSQLState();
    return state != null && (state.startsWith("22") || state.startsWith("23"));
  }

  private static @Nullable Throwable next(Throwable cause) {
    return cause.getCause() == cause ? null : cause.getCause();
  }

  /**
   * What to write down of a failure: its kind, never its payload (a database's message may quote
   * the row).
   */
  static String describe(Throwable thrown) {
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
